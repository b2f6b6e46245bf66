import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, ownChat, wrongType } from '../scenes/bot-chats.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Manager.add';
const call = inOwnChat(({ alice, bob }) => ({ userIds: [alice.id, bob.id] }));

export default contract({
  method: METHOD,
  example: byBot(call),
  errors: {
    ...actingErrors,
    ...chatErrors,
    ...wrongType,
    'EMPTY_USER_IDS: userIds is required': byBot(call, { userIds: [] }),
  },
  params: {
    ...actingParams(METHOD, call),
    ...dialogParam(METHOD, call),
    async userIds(world) {
      const acting = await actingBot(world);
      const dialogId = `chat${await ownChat(world, acting)}`;

      // Who is not there is passed over, and the owner stays what it is (V55).
      await acting.by(METHOD, { dialogId, userIds: [world.alice.id, world.carol.id, acting.bot] });
      const { chat } = await acting.by('imbot.v2.Chat.get', { dialogId });
      expect(new Set(chat.managerList)).toEqual(new Set([acting.bot, world.alice.id]));
      await acting.refused(METHOD, { dialogId, userIds: 'nobody' }, 'EMPTY_USER_IDS');
    },
  },
});
