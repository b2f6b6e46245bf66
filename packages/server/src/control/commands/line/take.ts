import { z } from 'zod';
import { viewSession } from '#domain/line/conduct-session.ts';
import { takeOver } from '#domain/line/take-over.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Takes a visitor in hand, as writing to them does: the bot leaves, and so do others who were asked.',
  pages: 'person',
  body: z.strictObject({ as: person, chat: z.number().int().describe('Id of the chat of the visitor') }),
  answer: z.strictObject({ chatId: z.number(), operatorId: z.number() }),
  run: ({ store, portalId }, { as, chat }) =>
    store.write(async (work) => {
      const user = await personCalled(work, portalId, as);
      const view = await viewSession(work, user, chat);
      if (!view.ok || !view.value.acts.mayTake)
        throw new Refusal(
          'visitor_taken',
          'A visitor is taken by who is in their chat, while no person has them in hand',
        );
      await takeOver(work, user, view.value.chat);
      return { chatId: chat, operatorId: user.id };
    }),
});
