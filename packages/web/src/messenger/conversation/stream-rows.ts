import type { Message } from '@botyard/client';
import { isSameDay } from '../../languages/times.ts';
import { session } from '../../session.ts';
import type { OwnLine } from '../../stores/own-line.ts';

/** What stands in a conversation, from above to below. */
export type StreamRow =
  | { readonly kind: 'day'; readonly key: string; readonly date: Date }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'line'; readonly key: string; readonly message: Message }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly isFirst: boolean }
  | { readonly kind: 'own'; readonly key: string; readonly line: OwnLine; readonly isFirst: boolean };

/** Milliseconds after which the same author is named once more. */
const GROUPED_WITHIN = 5 * 60_000;

interface Streamed {
  readonly messages: readonly Message[];
  readonly own: readonly OwnLine[];
  /** Above it stands that it and what follows is new; 0: nothing is. */
  readonly firstUnreadId: number;
}

/** A row keeps its key when its line becomes a message: what is on the screen stays there. */
export function streamRows({ messages, own, firstUnreadId }: Streamed): StreamRow[] {
  const rows: StreamRow[] = [];
  let before: { readonly authorId: number; readonly date: Date } | undefined;
  let isNewShown = firstUnreadId === 0;
  const separate = (authorId: number, date: Date, id: number | undefined): boolean => {
    const isNewDay = !before || !isSameDay(before.date, date);
    if (isNewDay) rows.push({ kind: 'day', key: `day ${date.toDateString()}`, date });
    const isNew = !isNewShown && id !== undefined && id >= firstUnreadId;
    if (isNew) {
      isNewShown = true;
      rows.push({ kind: 'new', key: 'new' });
    }
    const isFirst =
      isNewDay || isNew || before?.authorId !== authorId || date.getTime() - before.date.getTime() > GROUPED_WITHIN;
    before = { authorId, date };
    return isFirst;
  };
  const shown = new Set<string>();
  for (const message of messages) {
    const isFirst = separate(message.author_id, new Date(message.date), message.id);
    const key = message.uuid ?? String(message.id);
    shown.add(key);
    if (message.author_id === 0) rows.push({ kind: 'line', key, message });
    else rows.push({ kind: 'message', key, message, isFirst });
  }
  for (const line of own) {
    if (shown.has(line.uuid)) continue;
    const isFirst = separate(session.userId, new Date(line.writtenAt), undefined);
    rows.push({ kind: 'own', key: line.uuid, line, isFirst });
  }
  return rows;
}

/** Id of the message of a row; undefined: it has none. */
export function messageIdOf(row: StreamRow | undefined): number | undefined {
  return row?.kind === 'message' || row?.kind === 'line' ? row.message.id : undefined;
}
