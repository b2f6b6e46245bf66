import { expect } from 'vitest';
import {
  type Acting,
  actingBot,
  actingErrors,
  actingParams,
  byBot,
  enterGroup,
  type Place,
} from '../scenes/acting-bots.ts';
import { fetchOwn } from '../scenes/fetching.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Message.Reaction.add';

async function spokenTo(world: World, { bot }: Pick<Acting, 'bot'>): Promise<number> {
  await enterGroup(world, { bot });
  return world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'hello' });
}

const near: Place = async (world, acting) => ({ messageId: await spokenTo(world, acting), reaction: 'like' });

export default contract({
  method: METHOD,
  example: byBot(near),
  errors: {
    ...actingErrors,
    'ACCESS_DENIED: ACCESS_DENIED': byBot(async () => ({ messageId: NOBODY, reaction: 'no reaction' })),
    'REACTION_NOT_FOUND: Reaction not found': byBot(near, { reaction: 'Like' }),
    'REACTION_ALREADY_SET: Reaction already set': async (world) => {
      const acting = await actingBot(world);
      const call = await near(world, acting);
      await acting.by(METHOD, call);
      return { params: { ...acting.names, ...call } };
    },
  },
  params: {
    ...actingParams(METHOD, near),
    async messageId(world) {
      const acting = await actingBot(world);
      const [one, other] = [await spokenTo(world, acting), await spokenTo(world, acting)];
      await acting.by(METHOD, { messageId: one, reaction: 'like' });
      await acting.by(METHOD, { messageId: other, reaction: 'like' });
      await acting.refused(METHOD, { messageId: one, reaction: 'like' }, 'REACTION_ALREADY_SET');
    },
    async reaction(world) {
      const acting = await actingBot(world);
      const messageId = await spokenTo(world, acting);
      await world.alice.ok('im.v2.Event.subscribe');
      for (const reaction of ['like', 'fire', 'hundredPoints']) await acting.by(METHOD, { messageId, reaction });
      const { events } = await fetchOwn(world.alice);
      expect(events.map(({ type, data }) => [type, data.reaction, data.action, data.user.id])).toEqual(
        ['like', 'fire', 'hundredPoints'].map((reaction) => ['ONIMV2REACTIONCHANGE', reaction, 'add', acting.bot]),
      );
    },
  },
});
