import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, ownChat, privateDialog } from '../scenes/bot-chats.ts';
import { membersSeenBy } from '../scenes/chats.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.User.add';
const call = inOwnChat(({ carol }) => ({ userIds: [carol.id] }));

export default contract({
  method: METHOD,
  example: byBot(call),
  errors: { ...actingErrors, ...chatErrors },
  params: {
    ...actingParams(METHOD, call),
    async dialogId(world) {
      await dialogParam(METHOD, call).dialogId(world);
      // V55
      const acting = await actingBot(world);
      const dialogId = await privateDialog(world, acting);
      expect(await acting.by(METHOD, { dialogId, userIds: [world.bob.id] })).toEqual({ result: true });
    },
    async userIds(world) {
      const acting = await actingBot(world);
      // Any member may (V54).
      const chat = await ownChat(world, acting, { ownerId: world.alice.id });
      for (const userIds of [[], [999_999], 'nobody', [world.carol.id, 999_999]])
        await acting.by(METHOD, { dialogId: `chat${chat}`, userIds });
      expect(await membersSeenBy(world.alice, chat)).toEqual([
        world.alice.id,
        world.bob.id,
        world.carol.id,
        acting.bot,
      ]);
    },
  },
});
