import { z } from 'zod';
import { findInChat } from '#domain/line/access-session.ts';
import { skipSession } from '#domain/line/pass-on.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { person, personCalled } from '../../terms/names.ts';

const REFUSED = {
  not_asked: 'Only who was asked to take a visitor, and has not yet, leaves them to the next one',
  nobody_else: 'Nobody else is in the queue of that line',
};

export default defineCommand({
  summary: 'Leaves a visitor, whom the person was asked to take, to the next one of the queue.',
  pages: 'person',
  body: z.strictObject({ as: person, chat: z.number().int().describe('Id of the chat of the visitor') }),
  answer: z.strictObject({ chatId: z.number() }),
  run: ({ store, portalId }, { as, chat }) =>
    store.write(async (work) => {
      const user = await personCalled(work, portalId, as);
      const view = await findInChat(work, portalId, chat);
      const skipped = view && (await skipSession(work, view.session, user));
      if (skipped?.ok) return { chatId: chat };
      const reason = skipped?.reason ?? 'not_asked';
      throw new Refusal(`visitor_${reason}`, REFUSED[reason]);
    }),
});
