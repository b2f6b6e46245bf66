import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { defineStream } from '../definition.ts';
import { backUp, backupMade } from '../terms/backup.ts';

const progress = z.strictObject({
  kind: z.literal('progress'),
  percent: z.number().int().describe('Of the work; told when it changes'),
});
const failed = z.strictObject({ kind: z.literal('failed'), message: z.string().describe('Why, and what to do') });

export default defineStream({
  summary: 'Writes a copy of the portal into one file, while the portal goes on. The last line is `made` or `failed`.',
  body: z.strictObject({
    file: z.string().refine(isAbsolute, 'Give an absolute path').describe('Where to; it must not exist yet'),
    within: z.number().positive().max(86_400).default(600).describe('Seconds that it may take'),
  }),
  line: z.discriminatedUnion('kind', [progress, backupMade.extend({ kind: z.literal('made') }), failed]),
  async run({ place, clock, onError }, terms, lines) {
    if (!place)
      throw new Complaint(`This portal keeps nothing. To have one that does: ${programName()} start --data DIR`);
    const gone = new AbortController();
    lines.onClose(() => gone.abort(new Complaint('Whoever asked for the backup has gone')));
    const onPercent = (percent: number) => lines.send({ kind: 'progress', percent });
    backUp(place, { ...terms, clock, onPercent, signal: gone.signal })
      .then((made) => lines.send({ kind: 'made', ...made }))
      .catch((error: unknown) => {
        const isExpected = error instanceof Complaint;
        if (!isExpected) onError(error);
        const message = isExpected ? error.message : 'The portal failed at this backup; its log says how';
        lines.send({ kind: 'failed', message });
      })
      .finally(() => lines.end());
  },
});
