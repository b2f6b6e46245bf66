import type { ReadPlace } from '#domain/chat/unread-chats.ts';
import { recalled, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { KnownRows } from './known-rows.ts';

/*
 * How much is unread in chats of somebody, as it was counted last: it stays so until a line comes or is taken out, or
 * until they read on (docs/decisions/0014-unread-lines-are-the-difference-of-totals.md).
 */

/** People of whom it is kept, and chats of each; with more than that all are forgotten together. */
const KEPT = { people: 500, chats: 250 };

/** How many lines were ever taken out of a chat. */
export const removedFrom = statement((db, p: { chatId: number }) =>
  db.selectFrom('chat').select('removed_count').where('id', '=', p.chatId),
);

interface Counted {
  readonly place: ReadPlace;
  readonly lines: number;
}

interface Known extends Counted {
  readonly removedCount: number;
}

/** By chat, of one person. */
type OfPerson = Map<number, Known>;

const makeKnownUnread = (session: Session) => new KnownRows<number, OfPerson>(session, KEPT.people);

/** The counts that are known, by chat, and the chats in which it has to be counted. */
export async function knownUnread(
  session: Session,
  userId: number,
  places: readonly ReadPlace[],
): Promise<{ readonly counts: Map<number, number>; readonly unknown: readonly number[] }> {
  const known = session.once(makeKnownUnread).get(userId);
  const counts = new Map<number, number>();
  const unknown: number[] = [];
  for (const place of places) {
    const counted = known?.get(place.chatId);
    if (counted && isSame(counted.place, place) && counted.removedCount === (await removedCount(session, place.chatId)))
      counts.set(place.chatId, counted.lines);
    else unknown.push(place.chatId);
  }
  return { counts, unknown };
}

export async function keepUnread(session: Session, userId: number, counted: readonly Counted[]): Promise<void> {
  const people = session.once(makeKnownUnread);
  const known: OfPerson = people.get(userId) ?? new Map();
  if (known.size + counted.length > KEPT.chats) known.clear();
  for (const { place, lines } of counted)
    known.set(place.chatId, { place, lines, removedCount: await removedCount(session, place.chatId) });
  people.set(userId, known);
}

function isSame(one: ReadPlace, other: ReadPlace): boolean {
  return one.newestId === other.newestId && one.readUpTo === other.readUpTo;
}

async function removedCount(session: Session, chatId: number): Promise<number> {
  return (await recalled(session, removedFrom, { chatId }))?.removed_count ?? 0;
}
