import { z } from 'zod';
import type { ChatApp } from '#domain/chat-app/chat-app.ts';
import { openChatApp } from '#domain/chat-app/open-chat-app.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

const does = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['put', 'send', 'call', 'support']),
    value: z.string().describe('A text, a telephone number, or the code of an open channel'),
  }),
  z.strictObject({ kind: z.literal('page'), address: z.string().describe('Of the program, with who opens it where') }),
]);

export default defineCommand({
  pages: 'person',
  summary: 'Tells what the press on a button of a message does that names a button of a bot, `APP_ID`.',
  body: z.strictObject({
    as: person,
    app: z.number().int(),
    dialogId: z.string().describe('chat12, or the id of whom they speak to'),
  }),
  answer: z.strictObject({ does }),
  run: ({ store, portalId }, { as, app, dialogId }) =>
    store.read(async (work) => {
      const presser = await personCalled(work, portalId, as);
      const opened = await openChatApp(work, presser, app);
      if (!opened) throw new Complaint('This button opens nothing that is there for you');
      const language = presser.language || ((await work.portals.findPortal(portalId))?.language ?? '');
      return { does: present(opened, { USER_ID: presser.id, DIALOG_ID: dialogId, LANG: language }) };
    }),
});

/** @param where who opens it, and in which dialog */
function present({ id, botId, code, opens }: ChatApp, where: object): z.infer<typeof does> {
  if (opens.kind === 'js') return { kind: opens.method, value: opens.param };
  const address = new URL(opens.url);
  const told = { BOT_ID: botId, APP_ID: id, APP_CODE: code, ...where };
  for (const [name, value] of Object.entries(told)) address.searchParams.set(name, String(value));
  return { kind: 'page', address: address.href };
}
