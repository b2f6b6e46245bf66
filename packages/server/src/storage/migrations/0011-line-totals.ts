import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Unread lines are the difference of what was noted at every 32nd line; of those that are there it is noted now. */
export const lineTotals: Migration = {
  name: '0011-line-totals',
  statements(dialect: Dialect) {
    const { ref, int } = columns(dialect);
    return [
      `create table line_total (
        chat_id ${ref} not null,
        author_id ${ref} not null,
        seq ${int} not null,
        lines ${int} not null,
        primary key (chat_id, author_id, seq)
      )${dialect === 'sqlite' ? ' without rowid' : ''}`,
      `insert into line_total(chat_id, author_id, seq, lines)
       with block as (
         select chat_id, author_id, (seq + 31) / 32 as number, count(*) as lines
         from message where author_id <> 0 group by chat_id, author_id, (seq + 31) / 32
       ), written as (
         select chat_id, author_id, number, lines from block
         union all
         select chat_id, 0, number, sum(lines) from block group by chat_id, number
       ), newest as (
         select chat_id, max(seq) as seq from message group by chat_id
       )
       select chat_id, author_id, 32 * number, sum(lines) over (partition by chat_id, author_id order by number)
       from written join newest using (chat_id)
       where 32 * number <= newest.seq`,
    ];
  },
};
