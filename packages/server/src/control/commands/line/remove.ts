import { z } from 'zod';
import { removeLine } from '#domain/line/add-line.ts';
import { defineCommand } from '../../definition.ts';
import { line, lineCalled, listedLine, listLine } from '../../terms/line.ts';

export default defineCommand({
  summary: 'Takes a line away, and answers with what it was. Nobody can write there any more; what was written stays.',
  body: z.strictObject({ line }),
  answer: listedLine,
  run: (portal, { line: called }) =>
    portal.store.write(async (work) => {
      const found = await lineCalled(work, portal.portalId, called);
      await removeLine(work, found);
      return listLine(work, portal, found);
    }),
});
