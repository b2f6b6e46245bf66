import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { defineCommand } from '../../definition.ts';
import { callId, presentWhole, wholeCall } from '../../terms/call.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Shows all that is kept of a REST call.',
  body: z.strictObject({ id: callId }),
  answer: z.strictObject({ call: wholeCall }),
  async run(portal, { id }) {
    const [call] = await presentWhole(portal, await portal.calls.listWhole({ id, limit: 1 }));
    if (!call)
      throw new Complaint(`There is no call ${id}: calls are kept for a day at most. See: ${programName()} calls`);
    return { call };
  },
});
