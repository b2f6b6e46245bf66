import { expect } from 'vitest';
import { invitationOf, invitedGuest, notificationSeenBy, notifyBob } from '../scenes/notifications.ts';
import { changeUser } from '../scenes/people.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify.answer';
const NOTHING = { result_message: false };
const SENT = { result_message: ['Your response has been successfully sent.'] } as const;

export default contract({
  method: METHOD,
  async example(world) {
    const guest = await invitedGuest(world);
    return { params: { NOTIFY_ID: await invitationOf(guest), ANSWER_TEXT: 'I will participate' }, as: guest };
  },
  errors: {
    "ID_ERROR: Notification ID can't be empty": () => ({ params: { ANSWER_TEXT: 'I will participate' } }),
    "ANSWER_TEXT_ERROR: ANSWER_TEXT can't be empty": () => ({ params: { NOTIFY_ID: 270, ANSWER_TEXT: ' ' } }),
  },
  params: {
    async NOTIFY_ID(world) {
      const guest = await invitedGuest(world);
      const ID = await invitationOf(guest);
      const plain = await notifyBob(world);
      for (const one of [{ NOTIFY_ID: ID }, { ID: plain }])
        expect(await world.bob.ok(METHOD, { ...one, ANSWER_TEXT: 'Thanks' })).toEqual(NOTHING);
      expect(await guest.ok(METHOD, { ID, ANSWER_TEXT: 'Thanks' })).toEqual(SENT);
      // The buttons can still be pressed.
      expect(await notificationSeenBy(guest, ID)).toMatchObject({ notify_type: 1, notify_read: 'N' });
      expect(await guest.ok('im.notify.confirm', { ID, NOTIFY_VALUE: 'Y' })).toEqual({
        result_message: ['Invitation accepted'],
      });
    },
    async ANSWER_TEXT(world) {
      const guest = await invitedGuest(world);
      const NOTIFY_ID = await invitationOf(guest);
      expect(await guest.ok(METHOD, { NOTIFY_ID, ANSWER_TEXT: ' I will participate ' })).toEqual(SENT);
      const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: guest.id });
      expect(messages).toMatchObject([{ author_id: guest.id, text: 'I will participate' }]);
      // What they read then is in their language.
      for (const [language, said] of [
        ['de', 'Ihre Antwort wurde gesendet.'],
        ['xx', ...SENT.result_message],
      ] as const) {
        await changeUser(world, guest.id, { language });
        expect(await guest.ok(METHOD, { NOTIFY_ID, ANSWER_TEXT: 'More' })).toEqual({ result_message: [said] });
      }
    },
  },
});
