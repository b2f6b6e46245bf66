import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot, WHOLE_USER } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, NEWER_CHAT, privateDialog } from '../scenes/bot-chats.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.get';

export default contract({
  method: METHOD,
  example: byBot(inOwnChat()),
  // V18, V19
  shape: (documented) => {
    const { chat } = documented as { chat: object };
    return { chat: { ...chat, ...NEWER_CHAT }, users: [WHOLE_USER] };
  },
  errors: { ...actingErrors, ...chatErrors },
  params: {
    ...actingParams(METHOD, inOwnChat()),
    async dialogId(world) {
      await dialogParam(METHOD, inOwnChat()).dialogId(world);
      const acting = await actingBot(world);
      const { chat, users } = await acting.by(METHOD, { dialogId: await privateDialog(world, acting) });
      expect(chat).toMatchObject({ type: 'private', dialogId: String(world.alice.id), name: 'Alice Arden' });
      expect(users.map(({ id }: { id: number }) => id)).toEqual([acting.bot]);
      // V29
      const open = await world.alice.ok('im.chat.add', { TYPE: 'OPEN', TITLE: 'Open' });
      expect((await acting.by(METHOD, { dialogId: `chat${open}` })).chat.role).toBe('guest');
    },
  },
});
