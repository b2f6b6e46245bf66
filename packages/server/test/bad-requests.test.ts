import { randomInt } from 'node:crypto';
import { Pool } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import { amount } from './amount.ts';
import { type BadCall, badCall, type Right } from './bad-requests/calls.ts';
import { Draw } from './bad-requests/draw.ts';
import { rawRequest, sendRaw } from './bad-requests/raw-requests.ts';
import { CLIENT_ID, createWorld, type World } from './world.ts';

/*
 * Whatever comes in, the portal answers, says what is wrong in the documented shape, and goes on. Another seed at each
 * run; the one that found something stands in the test's name and is set with BAD_REQUESTS_SEED, the number with
 * BAD_REQUESTS.
 */

const SEED = Number(process.env.BAD_REQUESTS_SEED ?? randomInt(2 ** 31));
const REQUESTS = Number(process.env.BAD_REQUESTS ?? amount({ usual: 2_000, full: 10_000 }));
/** Of these, so many are calls; the others are no well-formed HTTP. */
const CALLS = Math.round(REQUESTS * 0.9);
const AT_ONCE = 16;
/** Milliseconds after which the portal is taken to hang. */
const PATIENCE = 10_000;

let world: World;
let pool: Pool;
let webhook: URL;
/** Of an application of Alice's. */
let token: string;
const errors: string[] = [];

beforeAll(async () => {
  world = await createWorld({
    onError: (error, where) => errors.push(`${where}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  webhook = new URL(world.alice.webhookUrl);
  token = await (await world.application()).token();
  pool = new Pool(webhook.origin, { connections: AT_ONCE, headersTimeout: PATIENCE, bodyTimeout: PATIENCE });
});
afterAll(async () => {
  await pool.destroy();
  await world.close();
});

describe(`bad requests (seed ${SEED})`, () => {
  it('are each answered as documented when they call a method', async () => {
    const methods = world.app.registry.all() as readonly [Method, ...Method[]];
    const right = await rightValues();
    await inParallel(CALLS, async (index) => {
      const call = badCall(new Draw(SEED + index), methods, right);
      // Some methods are for applications alone.
      const complaint = await complaintAbout(call, index % 3 === 0 ? byToken() : byWebhook());
      if (complaint) expect.fail(`${complaint}\nto request ${index}: ${JSON.stringify(call).slice(0, 2_000)}`);
    });
    await world.settled();
    expect(errors).toEqual([]);
    expect((await world.alice.call('profile')).status).toBe(200);
  }, 120_000);

  it('are each answered or hung up on when they are no well-formed HTTP', async () => {
    const seen = new Set<number>();
    await inParallel(REQUESTS - CALLS, async (index) => {
      const bytes = rawRequest(new Draw(SEED - index - 1), webhook.pathname);
      const answer = await sendRaw(Number(webhook.port), bytes, PATIENCE);
      seen.add(answer?.status ?? 0);
      const isWrong = answer && (answer.status >= 500 || (answer.status >= 400 && !isErrorAnswer(bytes, answer)));
      if (isWrong)
        expect.fail(
          `${JSON.stringify(answer)}\nto request ${index}: ${JSON.stringify(bytes.toString('latin1').slice(0, 2_000))}`,
        );
    });
    await world.settled();
    expect(errors).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining([400, 404]));
    expect((await world.alice.call('profile')).status).toBe(200);
  }, 120_000);
});

async function rightValues(): Promise<Right> {
  const botId = await world.bot();
  const dialog = `chat${world.groupChatId}`;
  const messageId = await world.alice.ok('im.message.add', { DIALOG_ID: dialog, MESSAGE: 'hello' });
  await world.alice
    .ok('imbot.chat.user.add', {
      BOT_ID: botId,
      CLIENT_ID,
      CHAT_ID: world.groupChatId,
      USERS: [world.carol.id],
    })
    .catch(() => undefined);
  return {
    BOT_ID: botId,
    CLIENT_ID,
    DIALOG_ID: dialog,
    CHAT_ID: world.groupChatId,
    MESSAGE_ID: messageId,
    USER_ID: world.bob.id,
    USERS: [world.bob.id, botId],
    ID: world.bob.id,
    CODE: 'another-bot',
    MESSAGE: 'hello /help',
    TITLE: 'A chat',
    COMMAND: 'help',
    EVENT_HANDLER: 'http://127.0.0.1:9/nobody',
    event: 'ONAPPTEST',
    handler: 'http://127.0.0.1:9/nobody',
    process_id: 'mine',
    'PROPERTIES.NAME': 'Another',
    'FIELDS.PROPERTIES': { NAME: 'Another' },
    PROPERTIES: { NAME: 'Another' },
  };
}

interface Way {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const byWebhook = (): Way => ({ path: webhook.pathname, headers: {} });
const byToken = (): Way => ({ path: '/rest/', headers: { authorization: `Bearer ${token}` } });

async function complaintAbout(call: BadCall, way: Way): Promise<string | undefined> {
  const { statusCode, headers, body } = await pool.request({
    method: call.verb,
    path: way.path + call.path,
    headers: { ...call.headers, ...way.headers },
    ...(call.verb !== 'GET' && { body: call.body }),
  });
  const text = await body.text();
  const told = `answered ${statusCode} ${text.slice(0, 500)}`;
  if (statusCode >= 500 || text.includes('INTERNAL_SERVER_ERROR')) return told;
  if (String(headers['content-type']).startsWith('text/xml')) return text.endsWith('</response>\n') ? undefined : told;
  const answer = JSON.parse(text);
  const isFine = statusCode === 200 ? 'result' in answer && 'time' in answer : isDocumentedError(answer);
  return isFine ? undefined : told;
}

function isErrorAnswer(request: Buffer, { contentType, body }: { contentType: string; body: string }): boolean {
  if (body === '' && request.toString('latin1', 0, 5) === 'HEAD ') return true;
  // Pages say on a page what is wrong.
  if (contentType.startsWith('text/html'))
    return !/^\S+ \/+rest\//.test(request.toString('latin1')) && /<h1>.+<\/h1>/.test(body);
  if (contentType.startsWith('text/xml'))
    return /<error>.+<\/error><error_description>.+<\/error_description>/.test(body);
  // The answer may come in chunks.
  const [json = ''] = /\{.*\}/s.exec(body) ?? [];
  return contentType.startsWith('application/json') && json !== '' && isDocumentedError(JSON.parse(json));
}

function isDocumentedError(answer: Readonly<Record<string, unknown>>): boolean {
  const isSaid = (value: unknown) => typeof value === 'string' && value !== '';
  // Control commands have a form of their own.
  if (typeof answer.error === 'object' && answer.error !== null) {
    const { code, message } = answer.error as Readonly<Record<string, unknown>>;
    return isSaid(code) && isSaid(message);
  }
  // One row of the documentation says nothing: user.update with an id that is none.
  const isSilent = answer.error === 'ERROR_CORE' && answer.error_description === '';
  return isSaid(answer.error) && (isSaid(answer.error_description) || isSilent);
}

async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
