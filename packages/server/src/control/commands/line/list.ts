import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { listedLine, listLine } from '../../terms/line.ts';

export default defineCommand({
  summary: 'Lists the lines, oldest first.',
  body: z.strictObject({}),
  answer: z.strictObject({ lines: z.array(listedLine) }),
  run: (portal) =>
    portal.store.read(async (work) => {
      const lines = [];
      for (const one of await work.lines.listOfPortal(portal.portalId)) lines.push(await listLine(work, portal, one));
      return { lines };
    }),
});
