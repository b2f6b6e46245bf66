import { z } from 'zod';
import type { ChatRefusal } from '#domain/chat/access-chat.ts';
import { listCommands } from '#domain/command/list-commands.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineControlCommand } from '../definition.ts';
import { dialogCalled, personCalled } from '../terms/names.ts';

const REFUSALS: Readonly<Record<ChatRefusal, string>> = {
  chat_not_found: 'There is no such chat',
  chat_denied: 'They are not in that chat',
};

/** The slash commands that a person sees in a chat, in their language. */
export const commandsCommand = defineControlCommand({
  name: 'commands',
  body: z.object({ as: z.string(), in: z.string() }),
  run: (portal, body) =>
    portal.store.read(async (work) => {
      const person = await personCalled(work, portal.portalId, body.as);
      const listed = await listCommands(work, person, await dialogCalled(work, person, body.in));
      if (!listed.ok) throw new Complaint(REFUSALS[listed.reason]);
      return { commands: listed.value };
    }),
});
