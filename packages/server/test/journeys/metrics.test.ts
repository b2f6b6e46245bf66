import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingBot } from '../scenes/acting-bots.ts';
import { fetch as fetchEvents } from '../scenes/fetching.ts';
import { createWorld, type Handler, type World } from '../world.ts';

const TOKEN = 'a-token-of-the-metrics-alone';
let world: World;
let handler: Handler;
let botId: number;

beforeAll(async () => {
  world = await createWorld({ metricsToken: TOKEN });
  handler = await world.handler();
  botId = await world.bot({ handler, code: 'helper' });
  await world.settled();
});
afterAll(() => world.close());

async function scrape(headers: Record<string, string> = {}) {
  const answer = await request(`${world.app.address}/metrics`, { headers });
  return { status: answer.statusCode, type: answer.headers['content-type'], text: await answer.body.text() };
}

/** The value of a series, as it stands in the answer; undefined: it is not there. */
async function series(start: string): Promise<number | undefined> {
  const { text } = await scrape();
  const line = text.split('\n').find((one) => one.startsWith(start));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

const receiverId = (id = botId) => world.app.store.read(async (work) => (await work.bots.findBot(id))?.receiverId ?? 0);

it('are in the form that Prometheus reads, with those of the process', async () => {
  const { status, type, text } = await scrape();
  expect({ status, type }).toEqual({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8' });
  expect(text).toMatch(/^# TYPE botyard_calls_total counter$/m);
  expect(text).toMatch(/^# TYPE botyard_answer_seconds histogram$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
});

it('are named as Prometheus wants it: what is counted ends in total, and units are those of a base', async () => {
  const { text } = await scrape();
  const types = new Map([...text.matchAll(/^# TYPE (botyard_\w+) (\w+)$/gm)].map(([, name, type]) => [name, type]));
  expect([...types].filter(([name, type]) => (type === 'counter') !== name?.endsWith('_total'))).toEqual([]);
  expect([...types.keys()].filter((name) => /milli|_ms|minutes|kilo/.test(name ?? ''))).toEqual([]);
  const helped = [...text.matchAll(/^# HELP (botyard_\w+) \S/gm)].map(([, name]) => name);
  expect(helped.sort()).toEqual([...types.keys()].sort());
  expect([...types.keys()].sort()).toEqual([
    'botyard_answer_seconds',
    'botyard_call_seconds_total',
    'botyard_calls_not_kept_total',
    'botyard_calls_total',
    'botyard_consecutive_failed_events',
    'botyard_events_to_fetch',
    'botyard_failures_total',
    'botyard_fetch_lag_seconds',
    'botyard_info',
    'botyard_lag_seconds',
    'botyard_tries_total',
    'botyard_waiting_events',
  ]);
});

it('tell the processor time of the process since its start', async () => {
  const { user, system } = process.cpuUsage();
  expect(await series('process_cpu_seconds_total')).toBeGreaterThanOrEqual((user + system) / 1_000_000);
});

it('count calls by method and error, those before anybody asked included', async () => {
  expect(await series('botyard_calls_total{method="imbot.register",error=""}')).toBe(1);
  const before = (await series('botyard_calls_total{method="profile",error=""}')) ?? 0;
  await world.alice.ok('batch', { cmd: { a: 'profile', b: 'profile' } });
  await world.alice.call('no.such.method');
  await fetch(`${world.app.url}/rest/1/wrongcode/profile`);
  expect(await series('botyard_calls_total{method="profile",error=""}')).toBe(before + 2);
  expect(await series('botyard_calls_total{method="",error="ERROR_METHOD_NOT_FOUND"}')).toBe(1);
  expect(await series('botyard_calls_total{method="profile",error="INVALID_CREDENTIALS"}')).toBe(1);
});

it('tell how far a bot is behind, how often it was tried and how long it took', async () => {
  const id = await receiverId();
  const named = `{receiver="${id}",kind="bot",name="helper"}`;
  const delivered = `botyard_tries_total{receiver="${id}",result="delivered"}`;
  const before = (await series(delivered)) ?? 0;
  await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
  await world.settled();
  const after = (await series(delivered)) ?? 0;
  expect(after).toBeGreaterThan(before);
  expect(await series(`botyard_answer_seconds_count{receiver="${id}"}`)).toBe(after);
  expect(await series(`botyard_answer_seconds_bucket{receiver="${id}",le="+Inf"}`)).toBe(after);
  expect(await series(`botyard_waiting_events${named}`)).toBe(0);

  handler.answer = () => ({ status: 503 });
  await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'not now' });
  await world.settled();
  world.clock.set(30_000);
  expect(await series(`botyard_waiting_events${named}`)).toBe(1);
  expect(await series(`botyard_lag_seconds${named}`)).toBe(30);
  // One event, however often it was tried.
  expect(await series(`botyard_consecutive_failed_events${named}`)).toBe(1);
  expect(await series(`botyard_tries_total{receiver="${id}",result="again"}`)).toBeGreaterThan(0);
});

it('tell what bots have not fetched, or not confirmed', async () => {
  const acting = await actingBot(world);
  await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'hello' });
  world.clock.advance(30_000);
  const { nextOffset, events } = await fetchEvents(acting);
  const named = `{receiver="${await receiverId(acting.bot)}",kind="bot",name="second"}`;
  expect(await series(`botyard_events_to_fetch${named}`)).toBe(events.length);
  expect(await series(`botyard_fetch_lag_seconds${named}`)).toBe(30);
  await fetchEvents(acting, { offset: nextOffset });
  expect(await series(`botyard_events_to_fetch${named}`)).toBe(0);
  expect(await series(`botyard_fetch_lag_seconds${named}`)).toBe(0);
});

describe('are shown to', () => {
  it.each([
    ['programs on this machine', {}, 200],
    ['nobody who comes through a proxy', { 'x-forwarded-for': '127.0.0.1' }, 401],
    ['no page that has a name of its own lead here', { host: 'evil.example' }, 401],
    ['whoever shows the token', { 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${TOKEN}` }, 200],
    ['nobody with another token', { 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${TOKEN}x` }, 401],
  ])('%s', async (_, headers, status) => {
    expect((await scrape(headers as Record<string, string>)).status).toBe(status);
  });

  it('nobody elsewhere where there is no token', async () => {
    const other = await createWorld();
    const { statusCode, body } = await request(`${other.app.address}/metrics`, {
      headers: { forwarded: 'for=192.0.2.1' },
    });
    expect({ statusCode, body: await body.json() }).toEqual({
      statusCode: 403,
      body: { error: 'ACCESS_DENIED', error_description: expect.stringContaining('--metrics-token-file') },
    });
    await other.close();
  });
});
