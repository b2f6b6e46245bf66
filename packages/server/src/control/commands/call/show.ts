import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { defineCommand } from '../../definition.ts';
import { callsIn, sightOf } from '../../sight.ts';
import { callId, presentWhole, wholeCall } from '../../terms/call.ts';

export default defineCommand({
  pages: 'person',
  summary: 'Shows all that is kept of a REST call.',
  body: z.strictObject({ id: callId }),
  answer: z.strictObject({ call: wholeCall }),
  async run(portal, { id }, asker) {
    const query = { ...callsIn(await sightOf(portal, asker)), id, limit: 1 };
    const [call] = await presentWhole(portal, await portal.calls.listWhole(query));
    if (!call)
      throw new Complaint(`There is no call ${id}: calls are kept for a day at most. See: ${programName()} calls`);
    return { call };
  },
});
