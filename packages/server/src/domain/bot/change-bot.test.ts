import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertBot, insertPortal } from '../../../test/portal-in-store.ts';
import { changeBot } from './change-bot.ts';

const picture = { content: new Uint8Array([1]), extension: 'png', mediaType: 'image/png' };

onEachDatabase('a changed bot', ({ write }) => {
  it('keeps what is not given', () =>
    write(async (work) => {
      const { bot } = await insertPortal(work);
      await changeBot(work, bot, { handlers: {}, profile: { lastName: 'Botson', photo: picture } });
      expect(await work.users.findUser(bot.id)).toMatchObject({
        name: 'echo',
        lastName: 'Botson',
        photo: expect.stringMatching(/\.png$/),
      });
      await changeBot(work, bot, { code: 'parrot', handlers: {}, profile: { workPosition: 'Repeats' } });
      expect(await work.users.findUser(bot.id)).toMatchObject({
        lastName: 'Botson',
        workPosition: 'Repeats',
        photo: expect.stringMatching(/\.png$/),
      });
      expect(await work.bots.findBot(bot.id)).toEqual({ ...bot, code: 'parrot' });
      await changeBot(work, bot, { handlers: {}, profile: { photo: null } });
      expect(await work.users.findUser(bot.id)).toMatchObject({ photo: '' });
    }));

  it('never loses its last name', () =>
    write(async (work) => {
      const { bot } = await insertPortal(work);
      expect(await changeBot(work, bot, { handlers: {}, profile: { name: '' } })).toMatchObject({ reason: 'nameless' });
      expect(await changeBot(work, bot, { handlers: {}, profile: { name: '', lastName: 'Botson' } })).toMatchObject({
        ok: true,
      });
    }));

  it('takes neither the code of another bot nor the address of a person', () =>
    write(async (work) => {
      const { bot, portalId, application } = await insertPortal(work);
      const other = await insertBot(work, portalId, application, 'other');
      expect(await changeBot(work, bot, { code: 'other', handlers: {}, profile: {} })).toMatchObject({
        reason: 'code_taken',
        detail: { why: 'another bot of the portal has this code' },
      });
      expect(await changeBot(work, other, { code: 'other', handlers: {}, profile: {} })).toMatchObject({ ok: true });
      expect(await changeBot(work, bot, { handlers: {}, profile: { email: 'Alice@example.com' } })).toMatchObject({
        reason: 'email_taken',
        detail: { why: 'somebody in the portal has this e-mail address' },
      });
    }));

  it('follows changes of messages once that is asked for, whatever its type (R18)', () =>
    write(async (work) => {
      const { bot, application } = await insertPortal(work);
      await changeBot(work, bot, { handlers: { messageChanged: 'http://127.0.0.1:9/' }, profile: {} });
      expect(await work.handlers.findBound(application.id, 'messageChanged')).toMatchObject({
        url: 'http://127.0.0.1:9/',
      });
      expect(await work.handlers.findBound(application.id, 'messageDeleted')).toBeUndefined();
    }));
});
