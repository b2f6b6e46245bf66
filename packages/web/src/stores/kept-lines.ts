import { session } from '../session.ts';
import { keep } from './keep.ts';
import type { OwnLine } from './own-line.ts';

/** Lines survive a reload of the page. Each is kept by itself: other tabs of the same person keep theirs beside it. */
const KEPT_IN = `line-${session.userId}-`;

/** Where they were all kept together before. */
const FORMERLY_IN = `lines-${session.userId}`;

/** In the order in which they were written. */
export function keptLines(): OwnLine[] {
  try {
    const former: OwnLine[] = JSON.parse(localStorage.getItem(FORMERLY_IN) ?? '[]');
    for (const line of former) keepLine({ ...line, uploads: [] });
    keep(FORMERLY_IN, undefined);
    const uuids = Object.keys(localStorage).filter((key) => key.startsWith(KEPT_IN));
    const lines = uuids.map((key) => JSON.parse(localStorage.getItem(key) ?? '') as OwnLine);
    return lines.map((line) => ({ ...line, uploads: [] })).sort((one, other) => one.writtenAt - other.writtenAt);
  } catch {
    return [];
  }
}

/** Until it is sent. Files are not kept: a page cannot. */
export function keepLine(line: OwnLine): void {
  keep(KEPT_IN + line.uuid, line.uploads.length > 0 || line.state === 'sent' ? undefined : JSON.stringify(line));
}

export function forgetLine(uuid: string): void {
  keep(KEPT_IN + uuid, undefined);
}

/** Tells which line another tab has forgotten: there it was sent, or taken away. */
export function onForgottenElsewhere(tell: (uuid: string) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (newValue === null && key?.startsWith(KEPT_IN)) tell(key.slice(KEPT_IN.length));
  });
}
