import { z } from 'zod';
import { conductSession } from '#domain/line/conduct-session.ts';
import { transferSession } from '#domain/line/transfer-session.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Asks a colleague to take a visitor.',
  pages: 'person',
  body: z.strictObject({
    as: person,
    chat: z.number().int().describe('Id of the chat of the visitor'),
    user: z.number().int().describe('Id of the colleague'),
  }),
  answer: z.strictObject({ chatId: z.number(), userId: z.number() }),
  run: ({ store, portalId }, { as, chat, user: to }) =>
    store.write(async (work) => {
      const user = await personCalled(work, portalId, as);
      const view = await conductSession(work, user, chat);
      if (!view.ok) throw new Refusal('visitor_not_in_hand', 'Only who has a visitor in hand passes them on');
      const passed =
        to === user.id ? undefined : await transferSession(work, view.value, user, { kind: 'person', id: to }, false);
      if (!passed?.ok) throw new Refusal('visitor_to_colleague', 'A visitor is passed to a colleague who works here');
      return { chatId: chat, userId: to };
    }),
});
