import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { createWorld, type Handler, type World } from '../../test/world.ts';
import { SentRequest } from './sent-request.ts';
import { startRawServer } from './test/raw-server.ts';
import { WholeTries } from './whole-tries.ts';

let world: World;
let handler: Handler;
beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
});
afterEach(() => world.close());

const say = async (botId: number, MESSAGE = 'hello') => {
  await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
  await world.settled();
};
const tries = () =>
  world.app.store.readWith((session) => session.query((db) => db.selectFrom('attempt').selectAll().orderBy('id')));
const lastTry = async () => (await tries()).at(-1);

describe('a try is kept', () => {
  it('with what was sent and what was answered, also where all went well', async () => {
    handler.answer = () => ({ status: 200, body: 'thank you' });
    await say(await world.bot({ handler }));
    const kept = await lastTry();
    expect(kept).toMatchObject({ url: handler.url, status: 200, error: null, answer: 'thank you' });
    expect(kept?.connect_ms).toBeGreaterThanOrEqual(0);
    expect(kept?.first_byte_ms).toBeGreaterThanOrEqual(kept?.connect_ms ?? 0);
    const headers = new Map<string, string>(JSON.parse(kept?.headers ?? '[]'));
    expect(headers.get('Webhook-Id')).toBe(handler.received.at(-1)?.headers['webhook-id']);
    expect(kept?.request).toContain('event=ONIMBOTMESSAGEADD');
    expect(kept?.request).toContain('data%5BPARAMS%5D%5BMESSAGE%5D=hello');
  });

  it('without any token, secret or signature', async () => {
    const application = await world.application();
    handler.answer = ({ raw }) => ({ status: 500, body: raw });
    const secretAddress = { ...handler, url: `${handler.url}?key=geheim` };
    await say(await world.bot({ application, handler: secretAddress }));
    const stored = JSON.stringify(await tries());
    const sent = handler.received.flatMap(({ raw }) =>
      [...raw.matchAll(/token(?:%5D)?=([^&]+)/g)].map(([, token = '']) => token),
    );
    expect(sent.length).toBeGreaterThan(6);
    for (const token of sent) expect(stored).not.toContain(token);
    for (const { headers } of handler.received)
      expect(stored).not.toContain(String(headers['webhook-signature']).slice(3));
    expect(stored).not.toContain('geheim');
    expect(stored).toContain('key=***');
  });

  it('with bytes that are no text shown by their numbers', async () => {
    handler.answer = () => ({ status: 500, body: 'a\u0000b\u001b[2Jc\n' });
    await say(await world.bot({ handler }));
    expect((await lastTry())?.answer).toBe('a\\x00b\\x1b[2Jc\n');
  });
});

describe('the reason stands beside it in plain words', () => {
  const raw = async (answer: string) => {
    const server = await startRawServer((socket) => void socket.end(answer));
    await say(await world.bot({ more: { EVENT_HANDLER: server.url } }));
    await server.close();
    return (await lastTry())?.error;
  };

  it.each([
    [
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
      /sent 100 Continue, which was not asked/,
    ],
    ['HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok', /answered 204 with a body/],
    ['HTTP/1.1 200 OK\nContent-Length: 0\n\n', /ends lines of its answer with LF alone/],
  ])('%j', async (answer, reason) => expect(await raw(answer)).toMatch(reason));

  it('a refused connection', async () => {
    await say(await world.bot());
    const last = await lastTry();
    expect(last?.error).toBe('connection refused by 127.0.0.1:9');
    expect(last?.cause).toBe('{"kind":"refused","values":{"host":"127.0.0.1:9"}}');
  });

  it('a redirect, without what may be secret in it', async () => {
    handler.answer = () => ({ status: 302, headers: { location: 'https://bot.example/?to=geheim' } });
    await say(await world.bot({ handler }));
    expect((await lastTry())?.error).toBe(
      'answered 302, a redirect to https://bot.example/?to=***: redirects are not followed, give the bot the address that it leads to',
    );
    expect((await lastTry())?.cause).toContain('"redirected"');
  });

  it('a redirect that names no address, as an answer', async () => {
    handler.answer = () => ({ status: 304 });
    await say(await world.bot({ handler }));
    expect((await lastTry())?.cause).toContain('"answered"');
  });
});

it('a body that is longer than is kept ends in no part of a token', () => {
  const body = `a=${'x'.repeat(32 * 1024 - 20)}&auth%5Baccess_token%5D=${'t'.repeat(100)}&b=1`;
  const kept = new SentRequest('http://a/', {}, body).masked().body;
  expect(kept).toHaveLength(32 * 1024 + 1);
  expect(kept).not.toContain('ttt');
});

it('where too much is sent at once, a part of the tries is kept whole, and failed ones before those that arrived', () => {
  const clock = manualClock();
  const tries = new WholeTries(clock);
  const kept = (end: 'delivered' | 'again', of: number) =>
    Array.from({ length: of }, () => tries.admits(end)).filter(Boolean).length;
  expect([kept('delivered', 1_000), kept('again', 5_000)]).toEqual([200, 2_000]);
  clock.advance(1_000);
  expect([kept('delivered', 1_000), kept('again', 5_000)]).toEqual([20, 100]);
});
