import { z } from 'zod';
import { parseDialog } from '#domain/chat/dialog.ts';
import { listCommands } from '#domain/command/list-commands.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { listedCommands, orComplaint } from '../../terms/listed-command.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  pages: 'person',
  summary: 'Lists the slash commands that somebody sees in a dialog which is open in their window.',
  body: z.strictObject({ as: person, dialogId: z.string().describe('chat12, or the id of whom they speak to') }),
  answer: listedCommands,
  run: (portal, body) =>
    portal.store.read(async (work) => {
      const dialog = parseDialog(body.dialogId);
      if (!dialog) throw new Complaint('There is no such chat');
      const person = await personCalled(work, portal.portalId, body.as);
      return { commands: orComplaint(await listCommands(work, person, dialog)) };
    }),
});
