import { expect } from 'vitest';
import {
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

const METHOD = 'imbot.v2.Chat.Message.get';
const SUPERVISOR = { type: 'supervisor' };

const say = ({ alice, groupChatId }: World, MESSAGE = 'Hello! How are you?'): Promise<number> =>
  alice.ok('im.message.add', { DIALOG_ID: `chat${groupChatId}`, MESSAGE });

const heard: Place = async (world, { bot }) => {
  await enterGroup(world, { bot });
  return { messageId: await say(world) };
};

export default contract({
  method: METHOD,
  example: byBot(heard, {}, SUPERVISOR),
  // V17, and the whole user.
  shape: (documented) => ({
    message: { ...(documented as { message: object }).message, params: [] },
    user: { ...WHOLE_USER, departments: [1], lastActivityDate: '' },
  }),
  errors: {
    ...actingErrors,
    'BOT_TYPE_NOT_ALLOWED: Bot type not allowed': byBot(async () => ({ messageId: NOBODY })),
    'MESSAGE_NOT_FOUND: Message not found': byBot(async () => ({ messageId: NOBODY }), {}, SUPERVISOR),
    'MESSAGE_ACCESS_DENIED: Message access denied': byBot(
      async (world) => ({ messageId: await say(world) }),
      {},
      SUPERVISOR,
    ),
  },
  params: {
    ...actingParams(METHOD, heard, 'personal'),
    async messageId(world) {
      const { bot, by } = await actingBot(world, SUPERVISOR);
      await enterGroup(world, { bot });
      const [first, second] = [await say(world, 'first'), await say(world, 'second')];
      const told = [];
      for (const messageId of [first, String(second)]) told.push((await by(METHOD, { messageId })).message.text);
      expect(told).toEqual(['first', 'second']);
      await world.alice.ok('im.message.delete', { MESSAGE_ID: first });
      const { message, user } = await by(METHOD, { messageId: first });
      expect(message.text).toMatch(/deleted/);
      expect(user.id).toBe(world.alice.id);
    },
  },
});
