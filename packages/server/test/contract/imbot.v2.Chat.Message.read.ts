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
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Message.read';

/** Alice writes three messages to the group that the bot is in. */
async function unread(world: World, { bot }: Acting): Promise<number[]> {
  await enterGroup(world, { bot });
  const ids = [];
  for (const MESSAGE of ['one', 'two', 'three'])
    ids.push(await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE }));
  return ids;
}

const inGroup: Place = async (world, acting) => {
  const [, , messageId] = await unread(world, acting);
  return { dialogId: `chat${world.groupChatId}`, messageId };
};

export default contract({
  method: METHOD,
  example: byBot(inGroup),
  errors: {
    ...actingErrors,
    'CHAT_NOT_FOUND: CHAT_NOT_FOUND': byBot(async () => ({ dialogId: `chat${NOBODY}`, messageId: NOBODY })),
    'ACCESS_DENIED: ACCESS_DENIED': byBot(async (world) => ({
      dialogId: `chat${world.groupChatId}`,
      messageId: NOBODY,
    })),
    'MESSAGE_NOT_FOUND: Message not found': byBot(inGroup, { messageId: NOBODY }),
  },
  params: {
    ...actingParams(METHOD, inGroup),
    async dialogId(world) {
      const acting = await actingBot(world);
      const [one, two, three] = await unread(world, acting);
      const chatId = world.groupChatId;
      expect(await acting.by(METHOD, { dialogId: `chat${chatId}` })).toEqual({
        chatId,
        lastId: three,
        counter: 0,
        viewedMessages: [one, two, three],
      });
      await acting.refused(METHOD, { dialogId: 'no dialog' }, 'CHAT_NOT_FOUND');
      await acting.refused(METHOD, {}, 'CHAT_NOT_FOUND');
    },
    async messageId(world) {
      const acting = await actingBot(world);
      const [one, two] = await unread(world, acting);
      const chatId = world.groupChatId;
      const told = { chatId, lastId: two, counter: 1, viewedMessages: [one, two] };
      // V21: it says which chat is meant.
      expect(await acting.by(METHOD, { messageId: two })).toEqual(told);
      expect(await acting.by(METHOD, { chatId, messageId: one })).toEqual({ ...told, viewedMessages: [] });
      const elsewhere = await world.alice.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'elsewhere' });
      await acting.refused(METHOD, { chatId, messageId: elsewhere }, 'MESSAGE_NOT_FOUND');
    },
  },
});
