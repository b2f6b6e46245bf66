import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, ownChat } from '../scenes/bot-chats.ts';
import { chatSeenBy, membersSeenBy } from '../scenes/chats.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.leave';

export default contract({
  method: METHOD,
  example: byBot(inOwnChat()),
  errors: { ...actingErrors, ...chatErrors },
  params: {
    ...actingParams(METHOD, inOwnChat()),
    async dialogId(world) {
      await dialogParam(METHOD, inOwnChat()).dialogId(world);
      const acting = await actingBot(world);
      const chat = await ownChat(world, acting);
      await acting.by(METHOD, { dialogId: `chat${chat}` });
      expect(await membersSeenBy(world.alice, chat)).toEqual([world.alice.id, world.bob.id]);
      expect((await chatSeenBy(world.alice, chat)).owner).toBe(world.alice.id);
    },
  },
});
