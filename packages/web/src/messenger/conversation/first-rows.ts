import { messageIdOf, type StreamRow } from './stream-rows.ts';

/** Pixels of a row with one line of text, as most are: what the list takes for the height of a row until it is measured. */
export const ROW = 48;
/** Pixels of the window that are not the stream's: the header, and the field with one line in it. */
const BESIDE = 180;

/**
 * Indexes of the rows that a conversation is opened with. The list learns how high it is a frame later, and would mount
 * none before.
 *
 * @param target a message that is to be gone to
 */
export function firstRows(rows: readonly StreamRow[], target: number | undefined): number[] {
  const count = Math.ceil((innerHeight - BESIDE) / ROW);
  const at =
    target === undefined
      ? rows.findIndex(({ kind }) => kind === 'new')
      : rows.findIndex((row) => (messageIdOf(row) ?? 0) >= target);
  const before = target === undefined ? 2 : Math.ceil(count / 2);
  const from = Math.max(Math.min(at > 0 ? at - before : rows.length, rows.length - count), 0);
  return Array.from({ length: Math.min(count, rows.length) }, (_, number) => from + number);
}
