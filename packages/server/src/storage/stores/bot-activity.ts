import { sql } from 'kysely';
import type { BotActivity } from '#domain/bot/bot.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { block, nobody, noted, one } from './line-totals.ts';

/*
 * How much bots have to do. What they wrote is told by the totals of their chats (decision 0014), and of the lines behind
 * the last total: it costs the same in a chat of a million lines.
 */

export const chatsAndPeople = statement((db, p: { botId: number }) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom('member')
      .select((all) => all.fn.countAll<number>().as('count'))
      .where('user_id', '=', p.botId)
      .as('chats'),
    eb
      .selectFrom('member')
      .select((people) => people.fn.count<number>('user_id').distinct().as('count'))
      .where('chat_id', 'in', eb.selectFrom('member').select('chat_id').where('user_id', '=', p.botId))
      .where('is_bot', '=', 0)
      .as('people'),
  ]),
);
export const written = statement((db, p: { botId: number }) =>
  db
    .selectFrom('member')
    .where('member.user_id', '=', p.botId)
    .select((eb) => {
      const chatId = eb.ref('member.chat_id');
      const lastNote = db
        .selectFrom('line_total')
        .select('seq')
        .where('chat_id', '=', chatId)
        .where('author_id', '=', nobody)
        .orderBy('seq', 'desc')
        .limit(one);
      const upToThere = noted(db, chatId, p.botId, sql`2147483647`);
      const since = db
        .selectFrom(
          db
            .selectFrom('message')
            .select(['author_id', 'seq'])
            .where('chat_id', '=', chatId)
            .orderBy('id', 'desc')
            .limit(block)
            .as('newest'),
        )
        .select((all) => all.fn.countAll<number>().as('lines'))
        .where('author_id', '=', p.botId)
        .where('seq', '>', sql<number>`coalesce(${lastNote}, 0)`);
      return sql<number>`sum(coalesce(${upToThere}, 0) + ${since})`.as('lines');
    }),
);

interface Counted {
  readonly activity: BotActivity;
  readonly at: number;
}

/** So many bots are remembered with what was counted for them. */
const MOST = 10_000;

export function botActivity(session: Session) {
  const known = new Map<number, Counted>();

  async function count(botId: number): Promise<BotActivity> {
    const places = await first(session, chatsAndPeople, { botId });
    const lines = await first(session, written, { botId });
    return {
      messages: Number(lines?.lines ?? 0),
      chats: Number(places?.chats ?? 0),
      people: Number(places?.people ?? 0),
    };
  }

  return {
    /**
     * What a bot has to do: how many messages it wrote in the chats that it is in, those chats, and the people in them.
     * As it was at `since` or later, in milliseconds since 1970: it is counted chat by chat.
     */
    async getActivity(botId: number, now: number, since = now): Promise<BotActivity> {
      const last = known.get(botId);
      // The clock of a portal can be set back: what was counted in its future is not known yet.
      if (last && last.at >= since && last.at <= now && since < now) return last.activity;
      const activity = await count(botId);
      if (known.size >= MOST) known.clear();
      known.set(botId, { activity, at: now });
      return activity;
    },
  };
}
