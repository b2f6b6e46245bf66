import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type Line, type LineDraft, NEW_LINE } from './line.ts';

export type NewLine = Partial<Omit<LineDraft, 'portalId' | 'code' | 'name'>> & Pick<LineDraft, 'name'>;

/** Hexadecimal digits of the code of a line, as many as `SUPPORT` of a button takes: whoever knows it can write there. */
const CODE_LENGTH = 32;

export async function addLine(work: UnitOfWork, portalId: number, draft: NewLine): Promise<Line> {
  const portal = await work.portals.findPortal(portalId);
  return work.lines.insertLine(
    {
      ...NEW_LINE,
      language: portal?.language ?? 'en',
      changedBy: 0,
      ...draft,
      portalId,
      code: work.random.hex(CODE_LENGTH),
    },
    work.now,
  );
}

/** What is left out stays as it is. */
export async function changeLine(
  work: UnitOfWork,
  line: Line,
  change: Partial<Omit<LineDraft, 'portalId' | 'code'>>,
): Promise<Line> {
  const changed = { ...line, ...change, changedAt: work.now };
  await work.lines.updateLine(changed);
  return changed;
}

/** Nobody can write there any more. What was written stays, and so do the conversations that go on. */
export async function removeLine(work: UnitOfWork, line: Line): Promise<void> {
  await work.lines.updateRemoved(line.id, work.now);
}
