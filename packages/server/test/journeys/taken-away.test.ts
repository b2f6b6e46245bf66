import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unregisterBot } from '#domain/bot/unregister-bot.ts';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { openSqlite } from '#storage/sqlite-store.ts';
import { testSecrets } from '../databases.ts';
import { insertText } from '../portal-in-store.ts';
import { createWorld } from '../world.ts';

/** More than go with the bot at once. */
const LINES = 1_000;

test('a bot is unregistered and the process killed: whoever starts next deletes the rest of its messages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'botyard-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const database = join(folder, 'portal.db');
  const first = await createWorld({ database });
  const botId = await first.bot();
  await first.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
  await first.close();

  // Without anybody who would go on with it, as if it were killed right after the answer.
  const store = await openSqlite(database, { clock: manualClock(), random: systemRandom, secrets: testSecrets });
  const countLines = async () =>
    (await store.readWith((session) => session.query((db) => db.selectFrom('message').select('id')))).length;
  const before = await countLines();
  await store.write(async (work) => {
    const [bot, alice] = [await work.bots.findBot(botId), await work.users.findUser(first.alice.id)];
    const chat = bot && alice && (await work.chats.findPrivate(bot.portalId, alice.id, bot.id));
    if (!chat) throw new Error('The bot and Alice have not met');
    for (let n = 0; n < LINES; n += 1) await insertText(work, chat, alice, `line ${n}`);
    await unregisterBot(work, bot, alice);
  });
  expect(await countLines()).toBeGreaterThan(LINES / 2);
  await store.close();

  const next = await createWorld({ database });
  onTestFinished(() => next.close());
  expect(await next.alice.call('im.dialog.get', { DIALOG_ID: botId })).toMatchObject({
    status: 403,
    body: { error: 'ACCESS_ERROR' },
  });
  await next.settled();
  const left = await next.app.store.readWith((session) => session.query((db) => db.selectFrom('message').select('id')));
  // Without what Alice and the bot wrote.
  expect(left).toHaveLength(before - 1);
});
