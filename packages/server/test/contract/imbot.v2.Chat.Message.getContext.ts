import { expect } from 'vitest';
import {
  type Acting,
  actingBot,
  actingErrors,
  actingParams,
  byBot,
  enterGroup,
  type Place,
  WHOLE_USER,
} from '../scenes/acting-bots.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Message.getContext';
const SUPERVISOR = { type: 'supervisor' };

/** Alice and Bob write five messages in turn to the group that the bot is in. */
async function talk(world: World, { bot }: Pick<Acting, 'bot'>): Promise<number[]> {
  await enterGroup(world, { bot });
  const ids = [];
  for (const [i, MESSAGE] of ['one', 'two', 'three', 'four', 'five'].entries()) {
    const person = i % 2 === 0 ? world.alice : world.bob;
    ids.push(await person.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE }));
  }
  return ids;
}

const heard: Place = async (world, acting) => ({ messageId: (await talk(world, acting))[2], range: 20 });

export default contract({
  method: METHOD,
  example: byBot(heard, {}, SUPERVISOR),
  // V17, and whole users.
  shape: (documented) => {
    const { messages, ...rest } = documented as { messages: object[] };
    return {
      ...rest,
      messages: messages.map((message) => ({ ...message, params: [] })),
      users: [{ ...WHOLE_USER, departments: [1], lastActivityDate: '' }],
    };
  },
  errors: {
    ...actingErrors,
    'BOT_TYPE_NOT_ALLOWED: Bot type not allowed': byBot(async () => ({ messageId: NOBODY })),
    'MESSAGE_NOT_FOUND: Message not found': byBot(async () => ({ messageId: NOBODY }), {}, SUPERVISOR),
    'MESSAGE_ACCESS_DENIED: Message access denied': byBot(
      async ({ alice, bob }) => ({
        messageId: await alice.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'for Bob' }),
      }),
      {},
      SUPERVISOR,
    ),
  },
  params: {
    ...actingParams(METHOD, heard, 'personal'),
    async messageId(world) {
      const acting = await actingBot(world, SUPERVISOR);
      const [one, two, three, four, five] = await talk(world, acting);
      const around = async (messageId: unknown) => {
        const { messages, hasPrevPage, hasNextPage } = await acting.by(METHOD, { messageId, range: 1 });
        return [messages.map(({ id }: { id: number }) => id), hasPrevPage, hasNextPage];
      };
      expect(await around(three)).toEqual([[two, three, four], true, true]);
      expect(await around(five)).toEqual([[four, five], true, false]);
      // Somebody has welcomed the group before.
      expect((await around(one))[2]).toBe(true);
    },
    // V27
    async range(world) {
      const acting = await actingBot(world, SUPERVISOR);
      const [, , messageId] = await talk(world, acting);
      const count = async (range: unknown) => (await acting.by(METHOD, { messageId, range })).messages.length;
      const all = await count(50);
      expect(await Promise.all([1, 0, -3, 51, 'any', undefined].map(count))).toEqual([3, 3, 3, all, all, all]);
      const { users } = await acting.by(METHOD, { messageId, range: 1 });
      expect(users.map(({ id }: { id: number }) => id).sort()).toEqual([world.alice.id, world.bob.id].sort());
    },
  },
});
