import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedDatabase } from './counted-database.ts';
import { LoopTurns } from './loop-turns.ts';
import { createWorld, type World } from './world.ts';

/*
 * How much work a request can cause: what is refused causes next to none, and what is large leaves others their turn. Counted
 * in statements, rows and turns of the event loop, not in time.
 */

const MB = 1024 * 1024;
/** Bytes of a body that are looked at in one turn. */
const PIECE = 256 * 1024;

const database = countedDatabase();
const turns = new LoopTurns();
let world: World;
let token: string;
/** Calls that were answered, by the turn in which they were. */
const answered = new Map<number, number>();

beforeAll(async () => {
  world = await createWorld({
    database: database.open,
    onAnswer: () => answered.set(turns.count, (answered.get(turns.count) ?? 0) + 1),
  });
  token = await (await world.application()).token();
  for (let n = 0; n < 30; n += 1) await say('ä'.repeat(20_000));
});
afterAll(async () => {
  turns.stop();
  await world.close();
});

const say = (MESSAGE: string) => world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE });

interface Cost {
  readonly status: number;
  readonly statements: number;
  readonly rows: number;
  readonly turns: number;
}

async function costOf(path: string, type: string, body: string): Promise<Cost> {
  await world.settled();
  const before = { ...database.work, turns: turns.count };
  const init = { method: 'POST', headers: { 'content-type': type }, body };
  const response = await fetch(new URL(path, world.app.url), init);
  await response.arrayBuffer();
  return {
    status: response.status,
    statements: database.work.statements - before.statements,
    rows: database.work.rows - before.rows,
    turns: turns.count - before.turns,
  };
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=x';
const text = (bytes: number, of = 'A') => `{"A":"${of.repeat(bytes / Buffer.byteLength(of) - 10)}"}`;
const values = (count: number) => JSON.stringify({ A: Array(count).fill(1) });

describe('what is refused', () => {
  it.each<[string, number, () => Promise<Cost>]>([
    ['a large body of a stranger', 413, () => costOf('/rest/profile', JSON_TYPE, text(2 * MB))],
    ['too many values of a stranger', 400, () => costOf('/rest/profile', JSON_TYPE, values(100_000))],
    ['brackets of a stranger', 400, () => costOf('/rest/profile', JSON_TYPE, '['.repeat(MB / 2))],
    ['fields of a stranger', 400, () => costOf('/rest/profile', FORM_TYPE, 'a=&'.repeat(100_000))],
    ['parts of a stranger', 400, () => costOf('/rest/profile', MULTIPART, '--x\r\n'.repeat(100_000))],
    ['a large body for tokens', 413, () => costOf('/oauth/token/', JSON_TYPE, text(MB))],
    ['a large form to sign in', 413, () => costOf('/login', FORM_TYPE, `login=${'a'.repeat(MB)}`)],
  ])('asks nothing of the database: %s', async (_, status, sent) => {
    expect(await sent()).toMatchObject({ status, statements: 0 });
  });

  it.each<[string, number, () => Promise<Cost>]>([
    ['with a wrong code', 401, () => costOf('/rest/1/wrong/profile', JSON_TYPE, text(3 * MB))],
    ['too large', 413, () => costOf(`${world.alice.webhookUrl}profile`, JSON_TYPE, text(5 * MB))],
    ['too large for a file', 413, () => costOf(`${world.alice.webhookUrl}im.chat.add`, JSON_TYPE, text(9 * MB))],
    ['with too many values', 400, () => costOf(`${world.alice.webhookUrl}profile`, JSON_TYPE, values(1_000_000))],
    ['with too many fields', 400, () => costOf(`${world.alice.webhookUrl}profile`, FORM_TYPE, 'a=&'.repeat(MB))],
    ['with a token', 413, () => costOf(`/rest/app.info?auth=${token}`, JSON_TYPE, text(5 * MB))],
  ])('asks the database who calls, and nothing else: a webhook’s %s', async (_, status, sent) => {
    const cost = await sent();
    expect(cost.status).toBe(status);
    // Who it is before the body is read, and once more for what is wrong with it.
    expect(cost.statements).toBeLessThanOrEqual(8);
    expect(cost.rows).toBeLessThanOrEqual(8);
  });
});

describe('a large body leaves others their turn', () => {
  const known = () => `${world.alice.webhookUrl}profile`;

  it.each<[string, () => Promise<Cost>]>([
    ['JSON', () => costOf(known(), JSON_TYPE, text(4 * MB - 100))],
    ['JSON of umlauts', () => costOf(known(), JSON_TYPE, text(4 * MB - 100, 'ä'))],
    ['a form', () => costOf(known(), FORM_TYPE, `A=${'%41'.repeat((4 * MB) / 3 - 10)}`)],
    [
      'a multipart form',
      () =>
        costOf(
          known(),
          MULTIPART,
          `--x\r\ncontent-disposition: form-data; name="A"\r\n\r\n${'A'.repeat(4 * MB - 200)}\r\n--x--\r\n`,
        ),
    ],
  ])('while it is read: %s', async (_, sent) => {
    const cost = await sent();
    expect(cost.status).toBe(200);
    expect(cost.turns).toBeGreaterThanOrEqual((4 * MB) / PIECE);
  });
});

describe('a batch', () => {
  const batch = (cmd: readonly string[]) => world.alice.call('batch', { cmd });

  it('makes one call in a turn', async () => {
    answered.clear();
    await batch(Array(50).fill(`im.dialog.messages.get?DIALOG_ID=chat${world.groupChatId}&LIMIT=10`));
    expect(Math.max(...answered.values())).toBe(1);
  });

  it('of thousands makes fifty calls, and asks no more of the database than those', async () => {
    const profile = await costOf(`${world.alice.webhookUrl}profile`, JSON_TYPE, '{}');
    const many = await costOf(
      `${world.alice.webhookUrl}batch`,
      JSON_TYPE,
      JSON.stringify({ cmd: Array(4_900).fill('profile') }),
    );
    expect(many.status).toBe(200);
    expect(many.statements).toBeLessThanOrEqual(50 * profile.statements + 10);
  });

  it('looks up a thousand references in each of its calls at most', async () => {
    const { body } = await batch(['profile', `profile?a=${'$result[0][x]'.repeat(50_000)}`]);
    expect(body.result.result_error[1].error_description).toMatch(/more than 1000 times/);
  });
});

it('a list of a thousand ids is looked up by few statements', async () => {
  const ids = Array.from({ length: 1_000 }, (_, n) => n + 1);
  const cost = await costOf(`${world.alice.webhookUrl}im.user.list.get`, JSON_TYPE, JSON.stringify({ ID: ids }));
  expect(cost.status).toBe(200);
  expect(cost.statements).toBeLessThanOrEqual(1_100);
});
