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
import { messageSeenBy } from '../scenes/chats.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Message.delete';

async function written(world: World, { bot, by }: Acting, fields: Record<string, unknown> = {}): Promise<number> {
  await enterGroup(world, { bot });
  const dialogId = `chat${world.groupChatId}`;
  return (await by('imbot.v2.Chat.Message.send', { dialogId, fields: { message: 'soon gone', ...fields } })).id;
}

const own: Place = async (world, acting) => ({ messageId: await written(world, acting) });

export default contract({
  method: METHOD,
  example: byBot(own),
  errors: { ...actingErrors, 'ACCESS_DENIED: ACCESS_DENIED': byBot(async () => ({ messageId: NOBODY })) },
  params: {
    ...actingParams(METHOD, own),
    async messageId(world) {
      const DIALOG_ID = `chat${world.groupChatId}`;
      const acting = await actingBot(world);
      const messageId = await written(world, acting);
      expect(await acting.by(METHOD, { messageId })).toEqual({ result: true });
      expect((await messageSeenBy(world.alice, DIALOG_ID, messageId)).params).toMatchObject({ IS_DELETED: 'Y' });
      const theirs = await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'of Alice' });
      await acting.refused(METHOD, { messageId: theirs }, 'ACCESS_DENIED');
      await world.app.store.write((work) => work.members.updateRole(world.groupChatId, acting.bot, 'manager'));
      await acting.by(METHOD, { messageId: theirs });
      // V48
      const line = await written(world, acting, { system: 'Y' });
      await acting.refused(METHOD, { messageId: line }, 'ACCESS_DENIED');
    },
    async complete(world) {
      const acting = await actingBot(world);
      const messageId = await written(world, acting);
      await acting.by(METHOD, { messageId, complete: 'Y' });
      expect(await messageSeenBy(world.alice, `chat${world.groupChatId}`, messageId)).toBe(undefined);
    },
  },
});
