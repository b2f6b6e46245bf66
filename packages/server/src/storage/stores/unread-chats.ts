import { type RawBuilder, sql } from 'kysely';
import type { ChatType } from '#domain/chat/chat.ts';
import type { ReadPlace, UnreadPart } from '#domain/chat/unread-chats.ts';
import { numbers, numbersIn } from '../number-list.ts';
import type { Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { keepUnread, knownUnread } from './known-unread.ts';
import { leftBehind } from './leftover-store.ts';
import { notedBefore } from './line-totals.ts';
import { newestLineIn } from './newest-line-in.ts';
import { othersUpTo } from './unread-lines.ts';

export const chatsAfter = statement((db, p: { userId: number; after: number; limit: number }) =>
  db
    .selectFrom('member')
    .select('chat_id')
    .where('user_id', '=', p.userId)
    .where('chat_id', '>', p.after)
    .orderBy('chat_id')
    .limit(p.limit),
);
/**
 * Of some chats of a person what is unread there: the newest line of each is looked at first, and one that was read needs
 * no total, unless it is marked as unread. Chats that were removed, and those with a bot that was, are not among them.
 */
const unreadAmong = (db: Builder, p: { userId: number }, isAmong: RawBuilder<boolean>) =>
  db
    .with(
      (cte) => cte('place').materialized(),
      (places) =>
        places
          .selectFrom('member')
          .innerJoin('chat', 'chat.id', 'member.chat_id')
          .select([
            'member.chat_id',
            'member.user_id',
            'member.is_muted',
            'member.is_marked',
            'chat.type',
            'chat.private_key',
          ])
          .select((eb) =>
            eb
              .case()
              .when('member.history_after', '>', eb.ref('member.last_read_id'))
              .then(eb.ref('member.history_after'))
              .else(eb.ref('member.last_read_id'))
              .end()
              .as('read_up_to'),
          )
          .select(newestLineIn(db, 'member.chat_id').as('newest_id'))
          .where('member.user_id', '=', p.userId)
          .where(isAmong)
          .where('chat.id', 'not in', leftBehind(db, 'chat'))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('member as other')
                  .select('other.user_id')
                  .whereRef('other.chat_id', '=', 'member.chat_id')
                  .where('chat.type', '=', sql.lit('private'))
                  .where('other.user_id', 'in', leftBehind(db, 'bot')),
              ),
            ),
          ),
    )
    .with(
      (cte) => cte('line').materialized(),
      (lines) =>
        lines
          .selectFrom('place')
          .leftJoin('message as newest', 'newest.id', 'place.newest_id')
          .leftJoin('message as last_read', (join) =>
            join.on('last_read.id', '=', (eb) =>
              eb
                .selectFrom('message')
                .select((line) => line.fn.max('message.id').as('id'))
                .whereRef('message.chat_id', '=', 'place.chat_id')
                .whereRef('message.id', '<=', 'place.read_up_to'),
            ),
          )
          .selectAll('place')
          .select(['newest.seq as newest_seq', 'last_read.id as read_id', 'last_read.seq as read_seq'])
          .where((eb) =>
            eb.or([eb('place.read_up_to', '<', eb.ref('place.newest_id')), eb('place.is_marked', '=', sql.lit(1))]),
          ),
    )
    .selectFrom('line')
    .select([
      'line.chat_id',
      'line.type',
      'line.private_key',
      'line.is_muted',
      'line.is_marked',
      'line.newest_id',
      'line.read_up_to',
    ])
    .select((eb) => {
      const place = { chatId: eb.ref('line.chat_id'), userId: eb.ref('line.user_id') };
      const upTo = (id: 'line.newest_id' | 'line.read_id', seq: 'line.newest_seq' | 'line.read_seq') =>
        othersUpTo(db, {
          ...place,
          id: eb.ref(id).$castTo<number>(),
          noted: notedBefore(eb.ref(seq).$castTo<number>()),
        });
      return sql<number>`${upTo('line.newest_id', 'line.newest_seq')} - ${upTo('line.read_id', 'line.read_seq')}`.as(
        'lines',
      );
    });
const CHAT = sql.ref('member.chat_id');
/** From one id to another. */
export const unreadChats = statement((db, p: { userId: number; after: number; upTo: number }) =>
  unreadAmong(db, p, sql<boolean>`${CHAT} > ${p.after} and ${CHAT} <= ${p.upTo}`),
);
export const unreadInChats = statement((db, p: { userId: number; chatIds: string }) =>
  unreadAmong(db, p, sql<boolean>`${CHAT} in ${numbersIn(db, p.chatIds)}`),
);

/** The next `limit` chats behind that id are looked through. */
export async function listUnreadChats(
  session: Session,
  userId: number,
  after: number,
  limit: number,
): Promise<UnreadPart> {
  const ids = await session.all(chatsAfter, { userId, after, limit });
  const upTo = ids.at(-1)?.chat_id;
  if (upTo === undefined) return { chats: [], next: undefined };
  const rows = await session.all(unreadChats, { userId, after, upTo });
  const chats = rows
    .map((row) => ({
      chatId: row.chat_id,
      type: row.type as ChatType,
      otherId: otherIn(row.private_key ?? '', userId),
      isMuted: row.is_muted === 1,
      isMarked: row.is_marked === 1,
      count: Number(row.lines),
    }))
    .filter(({ count, isMarked }) => count > 0 || isMarked);
  return { chats, next: ids.length < limit ? undefined : upTo };
}

/** How much is unread in each of those chats of a person; of one in which nothing is, nothing. */
export async function countUnreadIn(
  session: Session,
  userId: number,
  places: readonly ReadPlace[],
): Promise<ReadonlyMap<number, number>> {
  const behind = places.filter(({ newestId, readUpTo }) => newestId > readUpTo);
  const { counts, unknown } = await knownUnread(session, userId, behind);
  if (unknown.length === 0) return counts;
  const rows = await session.all(unreadInChats, { userId, chatIds: numbers(unknown) });
  for (const row of rows) counts.set(row.chat_id, Number(row.lines));
  // As they are now: since the places were looked up, lines may have come and been read.
  const counted = rows.map((row) => ({
    place: { chatId: row.chat_id, newestId: Number(row.newest_id), readUpTo: Number(row.read_up_to) },
    lines: Number(row.lines),
  }));
  await keepUnread(session, userId, counted);
  return counts;
}

/** The other one of the two that share a private chat; in a chat with themselves the user. */
function otherIn(pair: string, userId: number): number {
  const [a = 0, b = 0] = pair.split(':').map(Number);
  return a === userId ? b : a;
}
