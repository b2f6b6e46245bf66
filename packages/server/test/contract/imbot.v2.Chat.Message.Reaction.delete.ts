import {
  type Acting,
  actingBot,
  actingErrors,
  actingParams,
  byBot,
  enterGroup,
  type Place,
} from '../scenes/acting-bots.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Message.Reaction.delete';

async function liked(world: World, { bot, by }: Acting): Promise<number> {
  await enterGroup(world, { bot });
  const messageId = await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'hello' });
  await by('imbot.v2.Chat.Message.Reaction.add', { messageId, reaction: 'like' });
  return messageId;
}

const near: Place = async (world, acting) => ({ messageId: await liked(world, acting), reaction: 'like' });

export default contract({
  method: METHOD,
  example: byBot(near),
  errors: {
    ...actingErrors,
    'ACCESS_DENIED: ACCESS_DENIED': byBot(async () => ({ messageId: NOBODY, reaction: 'no reaction' })),
    'REACTION_NOT_FOUND: Reaction not found': byBot(near, { reaction: 'no reaction' }),
  },
  params: {
    ...actingParams(METHOD, near),
    async messageId(world) {
      const acting = await actingBot(world);
      const [one, other] = [await liked(world, acting), await liked(world, acting)];
      await acting.by(METHOD, { messageId: one, reaction: 'like' });
      await acting.refused(METHOD, { messageId: one, reaction: 'like' }, 'REACTION_NOT_FOUND');
      await acting.by(METHOD, { messageId: other, reaction: 'like' });
    },
    async reaction(world) {
      const acting = await actingBot(world);
      const messageId = await liked(world, acting);
      await acting.refused(METHOD, { messageId, reaction: 'fire' }, 'REACTION_NOT_FOUND');
      await acting.by(METHOD, { messageId, reaction: 'like' });
    },
  },
});
