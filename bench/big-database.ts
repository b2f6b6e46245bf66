import { join } from 'node:path';
import { openSqliteFile } from '../packages/server/src/storage/sqlite-driver.ts';
import { type Build, startPortal } from './botyard.ts';

/**
 * Makes the database of a portal in which so many messages were written, in a thousand chats. The build makes the
 * tables; the columns named here must be in all builds that are compared.
 */
export async function makeBigDatabase(build: Build, directory: string, messages: number): Promise<void> {
  await (await startPortal(build, { data: directory })).stop();
  const database = openSqliteFile(join(directory, 'botyard.db'));
  database.exec(`
    begin;
    insert into chat (portal_id, type, owner_id, title, created_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
      select 1, 'group', 1, 'Chat ' || i, 0 from n;
    insert into member (chat_id, user_id, role, joined_at) select id, 1, 'owner', 0 from chat where title like 'Chat %';
    insert into message (chat_id, seq, author_id, text, created_at)
      with recursive n(i) as (select 0 union all select i + 1 from n where i < ${messages - 1})
      select (select min(id) from chat where title = 'Chat 1') + i % 1000, 1 + i / 1000, 1, 'Message ' || i || ' ' || hex(zeroblob(100)), i from n;
    commit;
    pragma wal_checkpoint(truncate);`);
  database.close();
}
