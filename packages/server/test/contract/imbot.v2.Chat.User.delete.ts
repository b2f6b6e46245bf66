import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, ownChat } from '../scenes/bot-chats.ts';
import { membersSeenBy } from '../scenes/chats.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.User.delete';
const call = inOwnChat(({ bob }) => ({ userId: bob.id }));

export default contract({
  method: METHOD,
  example: byBot(call),
  errors: { ...actingErrors, ...chatErrors },
  params: {
    ...actingParams(METHOD, call),
    ...dialogParam(METHOD, call),
    async userId(world) {
      const acting = await actingBot(world);
      const chat = await ownChat(world, acting);
      // Who is not there is out of it already (V55).
      for (const userId of [world.bob.id, world.bob.id, 999_999])
        expect(await acting.by(METHOD, { dialogId: `chat${chat}`, userId })).toEqual({ result: true });
      expect(await membersSeenBy(world.alice, chat)).toEqual([world.alice.id, acting.bot]);
      const theirs = await ownChat(world, acting, { ownerId: world.alice.id });
      // V54
      for (const userId of [world.bob.id, world.alice.id])
        await acting.refused(METHOD, { dialogId: `chat${theirs}`, userId }, 'ACCESS_DENIED');
    },
  },
});
