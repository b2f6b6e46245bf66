import { session } from '../session.ts';
import type { OwnLine } from './own-line.ts';

/** Lines survive a reload of the page. Files do not: a page cannot keep them. */
const KEPT_IN = `lines-${session.userId}`;
const MOST = 100;

export function keptLines(): OwnLine[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_IN) ?? '[]') as OwnLine[];
    return kept.map((line) => ({ ...line, uploads: [] }));
  } catch {
    return [];
  }
}

export function keepLines(lines: Iterable<OwnLine>): void {
  const kept = [...lines].filter(({ uploads, state }) => uploads.length === 0 && state !== 'sent').slice(-MOST);
  try {
    if (kept.length === 0) localStorage.removeItem(KEPT_IN);
    else localStorage.setItem(KEPT_IN, JSON.stringify(kept));
  } catch {
    // The browser keeps nothing: then they live as long as the page.
  }
}
