import { z } from 'zod';
import type { ChatApp } from '#domain/chat-app/chat-app.ts';
import { openChatApp } from '#domain/chat-app/open-chat-app.ts';
import { titleIn } from '#domain/title-in.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

const does = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['put', 'send', 'call', 'support']),
    value: z.string().describe('A text, a telephone number, or the code of an open channel'),
  }),
  z.strictObject({
    kind: z.literal('page').describe('Of the bot: `/bot-pages/APP?dialog=chat12` has it in a frame'),
    title: z.string(),
    width: z.number().describe('Pixels that it asks for; 0: as there are'),
    height: z.number(),
    staysOpen: z.boolean().describe('When people turn to another chat'),
  }),
]);

export default defineCommand({
  pages: 'person',
  summary:
    'Tells what the press on a button of a bot does: one beside the field, or one of a message with its `APP_ID`.',
  body: z.strictObject({
    as: person,
    app: z.number().int(),
    language: z.string().max(10).describe('Of the title: two letters'),
  }),
  answer: z.strictObject({ does }),
  run: ({ store, portalId }, { as, app, language }) =>
    store.read(async (work) => {
      const presser = await personCalled(work, portalId, as);
      const opened = await openChatApp(work, presser, app);
      if (!opened) throw new Complaint('This button opens nothing that is there for you');
      const languages = [language, (await work.portals.findPortal(portalId))?.language ?? ''];
      return { does: present(opened, languages) };
    }),
});

function present({ code, titles, isPopup, opens }: ChatApp, languages: readonly string[]): z.infer<typeof does> {
  if (opens.kind === 'js') return { kind: opens.method, value: opens.param };
  const title = titleIn(titles, ...languages)?.title || code;
  return { kind: 'page', title, width: opens.width, height: opens.height, staysOpen: isPopup };
}
