import { z } from 'zod';
import { imageUrl } from '#api/terms/basic/image-url.ts';
import { parseDialog } from '#domain/chat/dialog.ts';
import type { ChatApp } from '#domain/chat-app/chat-app.ts';
import { listChatApps } from '#domain/chat-app/list-chat-apps.ts';
import { titleIn } from '#domain/title-in.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { orComplaint } from '../../terms/listed-command.ts';
import { person, personCalled } from '../../terms/names.ts';

const button = z.strictObject({
  id: z.number(),
  botId: z.number(),
  title: z.string().describe("In that language, else in the portal's, else in English, else as there is"),
  description: z.string(),
  icon: z.string().describe('Its address, at the own origin; empty: none'),
});

export default defineCommand({
  pages: 'person',
  summary: 'Lists the buttons of bots that stand beside the field of a dialog for somebody.',
  body: z.strictObject({
    as: person,
    dialogId: z.string().describe('chat12, or the id of whom they speak to'),
    language: z.string().max(10).describe('Of the titles: two letters'),
  }),
  answer: z.strictObject({ apps: z.array(button) }),
  run: ({ store, portalId }, { as, dialogId, language }) =>
    store.read(async (work) => {
      const dialog = parseDialog(dialogId);
      if (!dialog) throw new Complaint('There is no such chat');
      const reader = await personCalled(work, portalId, as);
      const listed = orComplaint(await listChatApps(work, reader, dialog));
      const languages = [language, (await work.portals.findPortal(portalId))?.language ?? ''];
      return { apps: listed.map((one) => present(one, languages)) };
    }),
});

function present({ id, botId, code, icon, titles }: ChatApp, languages: readonly string[]): z.infer<typeof button> {
  const { title = '', description = '' } = titleIn(titles, ...languages) ?? {};
  return { id, botId, title: title || code, description, icon: imageUrl('', icon) };
}
