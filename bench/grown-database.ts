import { join } from 'node:path';
import { openSqliteFile } from '../packages/server/src/storage/sqlite-driver.ts';
import { type Build, startPortal } from './botyard.ts';

/** How much there is in a portal. */
export interface Grown {
  readonly messages: number;
  readonly chats: number;
  readonly bots: number;
  readonly commands: number;
  /** One in so many lines of the long chat has the word that is searched for. */
  readonly needleEvery: number;
}

export const NEEDLE = 'needle';

/** Milliseconds after which the indexing of the lines has failed. */
const LONGEST = 20 * 60_000;

/**
 * Makes the database of a portal that has grown, and answers the id of its long chat: half of all lines are in there,
 * and Alice and Bob. Alice is in all other chats, with bots. The words of all lines are indexed.
 */
export async function makeGrownDatabase(build: Build, directory: string, grown: Grown): Promise<number> {
  await (await startPortal(build, { data: directory })).stop();
  const database = openSqliteFile(join(directory, 'botyard.db'));
  database.exec(sqlOf(grown));
  const [chat] = database.prepare("select id from chat where title = 'Chat 1'").all() as { id: number }[];
  const portal = await startPortal(build, { data: directory });
  try {
    await until(() => {
      const [row] = database
        .prepare('select count(*) as left from chat where id in (select chat_id from message)')
        .all() as { left: number }[];
      const [done] = database.prepare('select count(*) as done from chat_index where from_id = 0').all() as {
        done: number;
      }[];
      return (done?.done ?? 0) >= (row?.left ?? 0);
    });
  } finally {
    await portal.stop();
    database.close();
  }
  return chat?.id ?? 0;
}

async function until(isSo: () => boolean): Promise<void> {
  const begin = performance.now();
  while (!isSo()) {
    if (performance.now() - begin > LONGEST) throw new Error('The lines of the grown database were not indexed');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function sqlOf({ messages, chats, bots, commands, needleEvery }: Grown): string {
  const upTo = (count: number) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  const firstChat = "(select id from chat where title = 'Chat 1')";
  const inLong = Math.floor(messages / 2);
  const words = [7919, 104_729, 1_299_709, 15_485_863]
    .map((prime) => `' word' || (n.i * ${prime} % 20011)`)
    .join(' || ');
  const text = `'Line ' || n.i || ${words}`;
  return `
    begin;
    insert into chat (portal_id, type, owner_id, title, created_at)
      ${upTo(chats)} select 1, 'group', 1, 'Chat ' || i, 0 from n;
    insert into member (chat_id, user_id, role, joined_at) select id, 1, 'owner', 0 from chat where title like 'Chat %';
    insert into member (chat_id, user_id, role, joined_at) values (${firstChat}, 2, 'member', 0);
    insert into message (chat_id, seq, author_id, text, created_at)
      ${upTo(inLong)} select ${firstChat}, i, 1 + i % 2, ${text} || iif(i % ${needleEvery} = 0, ' ${NEEDLE}', ''), i from n;
    insert into message (chat_id, seq, author_id, text, created_at)
      ${upTo(messages - inLong)}
      select ${firstChat} + 1 + (i - 1) % ${chats - 1}, 1 + (i - 1) / ${chats - 1}, 1, ${text}, ${inLong} + i from n;
    insert into application (id, portal_id, kind, client_id, application_token_sealed, status, created_at)
      values (1000, 1, 'webhook', 'grown', '', 'L', 0);
    insert into handler (id, application_id, event, url) values (1000, 1000, 'messageAdded', 'http://127.0.0.1:9/');
    insert into "user" (id, portal_id, is_bot, name, created_at)
      ${upTo(bots)} select 10000 + i, 1, 1, 'Helper ' || i, 0 from n;
    insert into receiver (id, portal_id, kind, ref)
      ${upTo(bots)} select 10000 + i, 1, 'bot', 10000 + i from n;
    insert into bot (user_id, portal_id, application_id, receiver_id, generation, code, type, created_at)
      ${upTo(bots)} select 10000 + i, 1, 1000, 10000 + i, 'v1', 'helper' || i, 'bot', 0 from n;
    insert into name_word (portal_id, kind, word, owner_id)
      ${upTo(bots)} select 1, 'name', 'helper', 10000 + i from n union all select 1, 'name', '' || i, 10000 + i from n;
    insert into member (chat_id, user_id, is_bot, role, joined_at)
      ${upTo(bots)} select ${firstChat} + 1 + i % ${chats - 1}, 10000 + i, 1, 'member', 0 from n;
    insert into command (portal_id, bot_id, handler_id, name, name_key, titles, created_at)
      ${upTo(commands)} select 1, 10001 + i % ${bots}, 1000, 'c' || i, 'c' || i, '[]', 0 from n;
    commit;
    pragma wal_checkpoint(truncate);`;
}
