import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { emptyPostgres, testSecrets } from '../../../test/databases.ts';
import type { Dialect } from '../dialect.ts';
import { migratePostgres, openPostgres } from '../postgres-store.ts';
import { openSqliteFile } from '../sqlite-driver.ts';
import { openSqlite } from '../sqlite-store.ts';
import type { Store } from '../store.ts';
import { outbox } from '../stores/outbox.ts';
import { portalChatBot } from './0001-portal-chat-bot.ts';

const options = { clock: manualClock(), random: systemRandom, secrets: testSecrets };

/** A portal as the first release kept it, with a bot that waits for an event and has failed before. */
const before = (dialect: Dialect) => [
  ...portalChatBot.statements(dialect),
  'create table migration (name text primary key)',
  `insert into migration(name) values ('${portalChatBot.name}')`,
  "insert into portal(id, member_id, language, created_at) values (1, 'm', 'en', 0)",
  `insert into "user"(id, portal_id, is_bot, name, created_at) values (25, 1, 1, 'Echo', 0)`,
  `insert into application(id, portal_id, client_id, application_token_sealed, status, created_at)
   values (1, 1, 'echo-app', '', 'L', 0)`,
  `insert into bot(user_id, portal_id, application_id, generation, code, type, created_at)
   values (25, 1, 1, 'v1', 'echo', 'B', 0)`,
  `insert into event(bot_id, lane, type, facts, created_at)
   values (25, 7, 'botDeleted', '{"userId":1,"code":"echo"}', 0)`,
  'insert into bot_delivery(bot_id, failures, retries) values (25, 3, 0)',
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
])('the step to receivers on $name', ({ upgraded }) => {
  it('keeps what waits for a bot, how the bot has fared, and gives later receivers other ids', () =>
    upgraded(async (store) => {
      const bot = await store.read((work) => work.bots.findBot(25));
      const receiverId = bot?.receiverId ?? 0;
      const waiting = await store.readWith((session) => outbox(session).listPending(receiverId, 0, 10));
      expect(waiting).toMatchObject([{ lane: 7, event: { type: 'botDeleted', code: 'echo' }, subscriptionId: null }]);
      const lease = await store.writeWith((session) => outbox(session).lockReceiver(receiverId, 'me', 1, 2));
      expect(lease).toMatchObject({ failures: 3, retries: false });
      const draft = { portalId: 1, kind: 'application', ref: 1, address: 'https://app.example/' } as const;
      expect((await store.write((work) => work.receivers.insertReceiver(draft))).id).toBeGreaterThan(receiverId);
    }));

  it('and those after it let a program that was known by its name alone go on as it was', () =>
    upgraded(async (store) => {
      const application = await store.read((work) => work.applications.findByClientId(1, 'echo-app'));
      expect(application).toMatchObject({ kind: 'webhook', isInstalled: true, isRemoved: false, allowedUserIds: null });
    }));
});
