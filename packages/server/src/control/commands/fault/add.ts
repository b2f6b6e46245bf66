import { z } from 'zod';
import { documentedCodes, documentedFailure } from '#api/kernel/call/faults.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { fault, MOST_FAULTS, presentFault, times } from '../../terms/fault.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Has calls of a method fail with a documented error: one of its own table, or one of the system.',
  body: z.strictObject({
    method: z.string().describe('Its name'),
    code: z.string().describe('As documented, capitals included'),
    times: times.optional().describe('For so many calls; until it is cleared unless it is said'),
    as: person.optional().describe('Only calls in the name of this person'),
    isKept: z.boolean().default(false).describe('It outlives a restart; then it is for as many calls as at first'),
  }),
  answer: fault,
  async run({ store, portalId, registry, faults }, { method: name, code, times, as, isKept }) {
    const method = registry.find(name);
    if (!method)
      throw new Refusal('method_unknown', `There is no method "${name}". A call of it fails as it is`, { name });
    const make = documentedFailure(method, code);
    if (!make) throw noError(method.name, code, documentedCodes(method).join(', '));
    if (faults.all.length >= MOST_FAULTS)
      throw new Complaint(
        `${MOST_FAULTS} faults are set, which is the most. To end them: ${programName()} fail --clear`,
      );
    const added = await store.write(async (work) => {
      const userId = as === undefined ? null : (await personCalled(work, portalId, as)).id;
      const kept = await work.portals.listKeptFaults(portalId);
      const one = { id: faults.takeId(kept), method: method.name, code, userId, times: times ?? null };
      if (isKept) await work.portals.updateKeptFaults(portalId, [...kept, one]);
      return one;
    });
    // Not within the unit, which may run twice.
    faults.add(added, make);
    return store.read((work) => presentFault(work, registry, added, isKept));
  },
});

function noError(name: string, code: string, codes: string): Refusal {
  return new Refusal('error_unknown', `${name} has no error "${code}". It can fail with: ${codes}`, {
    name,
    code,
    codes,
  });
}
