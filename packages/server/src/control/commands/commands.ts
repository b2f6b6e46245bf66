import { z } from 'zod';
import type { ChatRefusal } from '#domain/chat/access-chat.ts';
import { listCommands } from '#domain/command/list-commands.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../definition.ts';
import { dialog, dialogCalled, person, personCalled } from '../terms/names.ts';

const REFUSALS: Readonly<Record<ChatRefusal, string>> = {
  chat_not_found: 'There is no such chat',
  chat_denied: 'They are not in that chat',
};

const command = z.strictObject({
  id: z.number(),
  botId: z.number(),
  botName: z.string(),
  name: z.string().describe('Without the slash'),
  title: z.string().describe("In the person's language, else in the portal's, else in English, else as there is"),
  params: z.string().describe('What may be typed behind the name, in words'),
});

export default defineCommand({
  summary: 'Lists the slash commands that a person sees in a chat, in their language.',
  body: z.strictObject({ as: person, in: dialog }),
  answer: z.strictObject({ commands: z.array(command) }),
  run: (portal, body) =>
    portal.store.read(async (work) => {
      const person = await personCalled(work, portal.portalId, body.as);
      const listed = await listCommands(work, person, await dialogCalled(work, person, body.in));
      if (!listed.ok) throw new Complaint(REFUSALS[listed.reason]);
      return { commands: listed.value };
    }),
});
