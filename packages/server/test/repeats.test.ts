import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

/*
 * A request that is sent again, because its answer was lost, is done once (R44).
 */

let world: World;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const MINUTE = 60_000;
const hello = { DIALOG_ID: '3', MESSAGE: 'hello' };

interface Sent {
  readonly from?: string;
  readonly method?: string;
  readonly query?: string;
  readonly key?: string;
  readonly body?: object;
}

async function send({ from = world.bob.webhookUrl, method = 'im.message.add', query = '', key, body = hello }: Sent) {
  const headers = { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${from}${method}${query && `?${query}`}`, init);
  // biome-ignore lint/suspicious/noExplicitAny: a wrong guess fails the test.
  return { status: response.status, body: (await response.json()) as any };
}

const messages = async () => (await world.carol.ok('im.dialog.messages.get', { DIALOG_ID: 2 })).messages.length;

it.each([{ query: 'bx24_request_id=42' }, { key: '42' }])(
  'with %j it is answered with the first answer',
  async (mark) => {
    const first = await send(mark);
    world.clock.advance(9 * MINUTE);
    expect(await send(mark)).toEqual(first);
    expect(await messages()).toBe(1);
    world.clock.advance(2 * MINUTE);
    expect((await send(mark)).body.result).not.toBe(first.body.result);
  },
);

it('while the first one runs the others wait for its answer', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => send({ key: 'same' })));
  expect(new Set(answers.map(({ body }) => body.result)).size).toBe(1);
  expect(await messages()).toBe(1);
});

it('another caller, method, body or id is another call, and so is one without an id', async () => {
  const mark = { query: 'bx24_request_id=1' };
  await send(mark);
  await send({ ...mark, from: world.alice.webhookUrl });
  await send({ ...mark, body: { ...hello, MESSAGE: 'other' } });
  await send({ query: 'bx24_request_id=2' });
  await send({ key: '1' });
  for (let i = 0; i < 2; i += 1) await send({});
  for (let i = 0; i < 2; i += 1) await send({ query: 'bx24_request_id=' });
  expect(await messages()).toBe(8);
  expect((await send({ ...mark, method: 'im.user.get' })).body.result).toMatchObject({ id: world.bob.id });
});

it('of an application, one in the name of another person is another call', async () => {
  const application = await world.application();
  for (const person of [world.alice, world.bob, world.bob]) {
    const auth = await application.token(person);
    await send({ from: `${world.app.url}/rest/`, key: '1', body: { ...hello, auth } });
  }
  expect(await messages()).toBe(1);
});

it('a call that only reads is done again', async () => {
  const mark = { method: 'im.dialog.messages.get', body: { DIALOG_ID: '3' }, query: 'bx24_request_id=1' };
  await send({});
  const first = await send(mark);
  await send({});
  const again = await send(mark);
  expect([first, again].map(({ body }) => body.result.messages.length)).toEqual([1, 2]);
});

it('a refusal is kept like any other answer', async () => {
  const refused = await send({ key: '1', body: { DIALOG_ID: '3' } });
  expect(refused).toMatchObject({ status: 400, body: { error: 'MESSAGE_EMPTY' } });
  expect(await send({ key: '1', body: { DIALOG_ID: '3' } })).toEqual(refused);
});
