import { z } from 'zod';
import { listCommands } from '#domain/command/list-commands.ts';
import { defineCommand } from '../definition.ts';
import { listedCommands, orComplaint } from '../terms/listed-command.ts';
import { dialog, dialogCalled, person, personCalled } from '../terms/names.ts';

export default defineCommand({
  summary: 'Lists the slash commands that a person sees in a chat, in their language.',
  body: z.strictObject({ as: person, in: dialog }),
  answer: listedCommands,
  run: (portal, body) =>
    portal.store.read(async (work) => {
      const person = await personCalled(work, portal.portalId, body.as);
      const dialog = await dialogCalled(work, person, body.in);
      return { commands: orComplaint(await listCommands(work, person, dialog)) };
    }),
});
