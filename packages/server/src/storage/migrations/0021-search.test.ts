import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexLines } from '#domain/message/index-messages.ts';
import { type FoundMessages, NOT_INDEXED, searchMessages } from '#domain/message/search-messages.ts';
import { findChats } from '#domain/search/find-chats.ts';
import { findUsers } from '#domain/search/find-users.ts';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { emptyPostgres, testSecrets } from '../../../test/databases.ts';
import type { Dialect } from '../dialect.ts';
import { migratePostgres, openPostgres } from '../postgres-store.ts';
import { openSqliteFile } from '../sqlite-driver.ts';
import { openSqlite } from '../sqlite-store.ts';
import type { Store } from '../store.ts';
import { portalChatBot } from './0001-portal-chat-bot.ts';

const options = { clock: manualClock(), random: systemRandom, secrets: testSecrets };
const PEOPLE = 600;
const LINES = 300;

/** A portal as the first release kept it: many people, a group of one of them, and what was said there. */
const before = (dialect: Dialect) => [
  ...portalChatBot.statements(dialect),
  'create table migration (name text primary key)',
  `insert into migration(name) values ('${portalChatBot.name}')`,
  "insert into portal(id, member_id, language, created_at) values (1, 'm', 'en', 0)",
  ...Array.from(
    { length: PEOPLE },
    (_, n) =>
      `insert into "user"(id, portal_id, name, last_name, created_at) values (${n + 1}, 1, 'Ёлка', 'Nr${n + 1}', 0)`,
  ),
  "insert into chat(id, portal_id, type, title, owner_id, created_at) values (7, 1, 'group', 'Projekt Straße', 1, 0)",
  "insert into member(chat_id, user_id, role, joined_at) values (7, 1, 'owner', 0)",
  ...Array.from(
    { length: LINES },
    (_, n) => `insert into message(chat_id, seq, author_id, text, created_at) values (7, ${n + 1}, 1, 'line ${n}', 0)`,
  ),
];

async function inFile(test: (store: Store) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'botyard-'));
  const file = join(folder, 'botyard.db');
  const database = openSqliteFile(file);
  for (const sql of before('sqlite')) database.exec(sql);
  database.close();
  const store = await openSqlite(file, options);
  try {
    await test(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function inPostgres(test: (store: Store) => Promise<void>): Promise<void> {
  const pool = await emptyPostgres();
  await pool.lend(async (connection) => {
    for (const sql of before('postgres')) await connection.query({ sql });
  });
  await migratePostgres(pool);
  await test(await openPostgres(pool, options));
}

describe.each([
  { name: 'SQLite', upgraded: inFile },
  { name: 'PostgreSQL', upgraded: inPostgres },
])('a portal from before the search, on $name', ({ upgraded }) => {
  it('is found by its names at once, and by what was said there as soon as somebody looks', () =>
    upgraded(async (store) => {
      const viewer = await store.read((work) => work.users.findUser(1));
      if (!viewer) throw new Error('Nobody is there');
      const page = { limit: 10, offset: 0 };
      const users = (phrase: string) =>
        store.read((work) => findUsers(work, viewer, { phrase, employeesOnly: false, ...page }));
      expect(await users('елка')).toMatchObject({ total: PEOPLE });
      expect(await users(`nr${PEOPLE} елк`)).toMatchObject({ total: 1, users: [{ id: PEOPLE }] });
      expect(
        await store.read((work) => findChats(work, viewer, { phrase: 'strasse', ofLines: false, ...page })),
      ).toMatchObject({ total: 1, chats: [{ chat: { id: 7 } }] });
      const search = {
        words: ['line', '17'],
        after: 0,
        before: Number.MAX_SAFE_INTEGER,
        from: undefined,
        until: undefined,
        oldestFirst: false,
        limit: 50,
      };
      const found = () => store.read((work) => searchMessages(work, viewer, 7, search));
      expect(await found()).toMatchObject({ value: NOT_INDEXED });
      while (await store.write((work) => indexLines(work, 7)));
      const outcome = await found();
      expect(outcome.ok && (outcome.value as FoundMessages).messages.map(({ text }) => text)).toEqual([
        ...Array.from({ length: 10 }, (_, n) => `line ${179 - n}`),
        'line 17',
      ]);
    }));
});
