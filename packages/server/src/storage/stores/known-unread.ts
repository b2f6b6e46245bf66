import type { ReadPlace } from '#domain/chat/unread-chats.ts';
import { recalled, type Session } from '../session.ts';
import { statement } from '../statement.ts';

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

/** What is undone takes all of it along: ids are given again. PostgreSQL lends a connection for one transaction alone. */
class KnownUnread {
  readonly #people = new Map<number, Map<number, Known>>();

  constructor(session: Session) {
    session.onUndone(() => this.#people.clear());
  }

  of(userId: number): ReadonlyMap<number, Known> | undefined {
    return this.#people.get(userId);
  }

  set(userId: number, known: Known): void {
    const chats = this.#people.get(userId) ?? this.#begin(userId);
    if (chats.size >= KEPT.chats) chats.clear();
    chats.set(known.place.chatId, known);
  }

  #begin(userId: number): Map<number, Known> {
    if (this.#people.size >= KEPT.people) this.#people.clear();
    const chats = new Map<number, Known>();
    this.#people.set(userId, chats);
    return chats;
  }
}

const makeKnownUnread = (session: Session) => new KnownUnread(session);

/** The counts that are known, by chat, and the chats in which it has to be counted. */
export async function knownUnread(
  session: Session,
  userId: number,
  places: readonly ReadPlace[],
): Promise<{ readonly counts: Map<number, number>; readonly unknown: readonly number[] }> {
  const known = session.once(makeKnownUnread).of(userId);
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
  const known = session.once(makeKnownUnread);
  for (const { place, lines } of counted)
    known.set(userId, { place, lines, removedCount: await removedCount(session, place.chatId) });
}

function isSame(one: ReadPlace, other: ReadPlace): boolean {
  return one.newestId === other.newestId && one.readUpTo === other.readUpTo;
}

async function removedCount(session: Session, chatId: number): Promise<number> {
  return (await recalled(session, removedFrom, { chatId }))?.removed_count ?? 0;
}
