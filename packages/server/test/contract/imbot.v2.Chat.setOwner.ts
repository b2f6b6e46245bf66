import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, ownChat } from '../scenes/bot-chats.ts';
import { chatSeenBy } from '../scenes/chats.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.setOwner';
const call = inOwnChat(({ alice }) => ({ userId: alice.id }));

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
      await acting.refused(METHOD, { dialogId: `chat${chat}`, userId: world.carol.id }, 'ACCESS_DENIED');
      await acting.by(METHOD, { dialogId: `chat${chat}`, userId: world.bob.id });
      expect((await chatSeenBy(world.alice, chat)).owner).toBe(world.bob.id);
      await acting.refused(METHOD, { dialogId: `chat${chat}`, userId: acting.bot }, 'ACCESS_DENIED');
    },
  },
});
