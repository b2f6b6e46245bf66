import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { line, lineCalled, listedLine, listLine } from '../../terms/line.ts';

export default defineCommand({
  summary: 'Shows a line, with the address of its page and what puts it into a site.',
  body: z.strictObject({ line }),
  answer: listedLine,
  run: (portal, { line: called }) =>
    portal.store.read(async (work) => listLine(work, portal, await lineCalled(work, portal.portalId, called))),
});
