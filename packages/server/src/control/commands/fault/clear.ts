import { z } from 'zod';
import { defineCommand } from '../../definition.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Ends all faults, also those that were to outlive a restart.',
  body: z.strictObject({}),
  answer: z.strictObject({ cleared: z.number().describe('How many there were') }),
  async run({ store, portalId, faults }) {
    await store.write((work) => work.portals.updateKeptFaults(portalId, []));
    const cleared = faults.all.length;
    faults.clear();
    return { cleared };
  },
});
