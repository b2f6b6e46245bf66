import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { fault, presentFault } from '../../terms/fault.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists what calls are made to fail with.',
  body: z.strictObject({}),
  answer: z.strictObject({ faults: z.array(fault).describe('Those that are not used up, oldest first') }),
  run: ({ store, portalId, registry, faults }) =>
    store.read(async (work) => {
      const kept = new Set((await work.portals.listKeptFaults(portalId)).map(({ id }) => id));
      const present = faults.all.map((one) => presentFault(work, registry, one, kept.has(one.id)));
      return { faults: await Promise.all(present) };
    }),
});
