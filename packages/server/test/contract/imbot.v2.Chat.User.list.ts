import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot, WHOLE_USER } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, ownChat } from '../scenes/bot-chats.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.User.list';

/** Who is told of in the bot's chat, where first Bob and then Alice has written, and the bot has not. */
async function listed(world: World, params: object): Promise<string[]> {
  const acting = await actingBot(world);
  const dialogId = `chat${await ownChat(world, acting)}`;
  for (const person of [world.bob, world.alice])
    await person.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE: 'hi' });
  const users: { id: number }[] = await acting.by(METHOD, { dialogId, ...params });
  const names = new Map([
    [world.alice.id, 'Alice'],
    [world.bob.id, 'Bob'],
  ]);
  return users.map(({ id }) => names.get(id) ?? 'the bot');
}

const UP = ['Alice', 'Bob', 'the bot'];
const DOWN = UP.toReversed();

export default contract({
  method: METHOD,
  example: byBot(inOwnChat()),
  shape: () => [
    WHOLE_USER,
    { ...WHOLE_USER, departments: [1] },
    { ...WHOLE_USER, departments: [1], lastActivityDate: '' },
  ],
  errors: { ...actingErrors, ...chatErrors },
  params: {
    ...actingParams(METHOD, inOwnChat()),
    ...dialogParam(METHOD, inOwnChat()),
    async 'order.id'(world) {
      expect(await listed(world, { order: { id: 'DESC' } })).toEqual(DOWN);
      expect(await listed(world, { order: { id: 'any' } })).toEqual(UP);
    },
    async 'order.userId'(world) {
      expect(await listed(world, { order: { userId: 'desc' } })).toEqual(DOWN);
      expect(await listed(world, {})).toEqual(UP);
    },
    async 'order.lastSendMessageId'(world) {
      expect(await listed(world, { order: { lastSendMessageId: 'ASC' } })).toEqual(['the bot', 'Bob', 'Alice']);
      expect(await listed(world, { order: { lastSendMessageId: 'DESC' } })).toEqual(['Alice', 'Bob', 'the bot']);
    },
    limit: async (world) => expect(await listed(world, { limit: 2 })).toEqual(['Alice', 'Bob']),
  },
});
