import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '#control/problem.ts';
import { createWorld, type World } from '../../../test/world.ts';

const TOKEN = 'only-the-owner-can-read-this';
let world: World;
beforeAll(async () => {
  world = await createWorld({ controlToken: TOKEN, publicUrl: 'https://bots.example.com' });
});
afterAll(() => world.close());

interface Sent {
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Not fetch: that one sets Host and Origin as it thinks right. */
function send(
  command: string,
  { token = TOKEN, headers = {}, body = '{}' }: Sent = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${world.app.address}/control/${command}`,
      { method: 'POST', agent: false, headers: { authorization: `Bearer ${token}`, ...headers } },
      async (answer) =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(await answer.toArray()).toString() }),
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

describe('the control interface', () => {
  test('lets in whoever shows the token, by any name the portal is known by', async () => {
    for (const host of ['127.0.0.1', 'localhost:8424', '[::1]:8424', 'bots.example.com', 'BOTS.example.com:443']) {
      expect((await send('status', { headers: { host } })).status).toBe(200);
    }
    expect((await send('status', { headers: { origin: world.app.address } })).status).toBe(200);
    expect((await send('status', { headers: { origin: 'https://bots.example.com' } })).status).toBe(200);
  });

  test.each(['', 'wrong', TOKEN.slice(0, -1), `${TOKEN}x`])('lets nobody in with the token %j', async (token) => {
    expect(await send('status', { token })).toEqual({
      status: 401,
      text: '{"error":{"code":"unauthorized","message":"The token of the control file is needed"}}',
    });
  });

  test('lets nobody in who was led to it by a name of their own', async () => {
    for (const host of ['evil.example', 'evil.example:8424', 'localhost.evil.example', '127.0.0.1.evil.example']) {
      expect((await send('status', { headers: { host } })).status).toBe(403);
    }
  });

  test('lets no page of another site in', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:3000',
      'https://bots.example.com.evil.example',
    ]) {
      expect((await send('status', { headers: { origin } })).status).toBe(403);
    }
  });

  test('lets nobody in without a token, where the portal was started without one', async () => {
    const plain = await createWorld();
    const response = await fetch(`${plain.app.url}/control/status`, { method: 'POST' });
    expect(response.status).toBe(401);
    await plain.close();
  });

  test.each([
    ['a body that is not JSON', 'say', '{', 400, 'wrong_body', /^The body is not JSON that a command can read$/],
    ['a field of another type', 'say', '{"as":"Alice","to":1}', 400, 'wrong_body', /^to: /],
    ['a body that is no object', 'say', '[]', 400, 'wrong_body', /^The body: /],
    ['a field that the command does not know', 'login', '{"as":"Bob","at":1}', 400, 'wrong_body', /"at"/],
    ['what cannot be done', 'say', '{"as":"Alice","to":"Bob","text":" "}', 400, 'refused', /the text is empty$/],
    ['a command that is not there', 'nonsense', '{}', 404, 'unknown_command', /no command "nonsense"$/],
    ['a body without an end', 'status', ' '.repeat(1024 * 1024 + 1), 413, 'body_too_large', /1 MB$/],
  ])('answers %s in one form', async (_, command, body, status, code, message) => {
    const answer = await send(command, { body });
    expect({ status: answer.status, ...problem.parse(JSON.parse(answer.text)).error }).toEqual({
      status,
      code,
      message: expect.stringMatching(message),
    });
  });

  test('says so when the portal itself fails, and tells its log what happened', async () => {
    const failures: string[] = [];
    const onError = (error: unknown) => failures.push(error instanceof Error ? (error.stack ?? '') : '');
    const failing = await createWorld({ controlToken: TOKEN, onError });
    await failing.app.store.close();
    const answer = await fetch(`${failing.app.address}/control/status`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(problem.parse(await answer.json()).error.code).toBe('internal');
    // What sweeps beside it meets the closed store, too.
    const ofTheCommand = failures.filter((stack) => stack.includes('commands/status'));
    expect({ status: answer.status, failures: ofTheCommand.length }).toEqual({ status: 500, failures: 1 });
    await failing.app.server.close();
  });

  test('stops telling when nobody listens any more', async () => {
    let listeners = 0;
    const subscribe = world.app.hub.subscribe.bind(world.app.hub);
    const gone = new Promise<void>((resolve) => {
      world.app.hub.subscribe = (listener) => {
        listeners += 1;
        const end = subscribe(listener);
        return () => {
          listeners -= 1;
          resolve();
          end();
        };
      };
    });
    const tail = request(`${world.app.address}/control/tail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    tail.once('error', () => undefined);
    await new Promise((resolve) => tail.once('response', resolve).end());
    expect(listeners).toBe(1);
    tail.destroy();
    await gone;
    expect(listeners).toBe(0);
  });

  test('lets the portal stop while somebody watches', async () => {
    const watched = await createWorld({ controlToken: TOKEN });
    const tail = fetch(`${watched.app.address}/control/tail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const text = (await tail).text();
    await watched.close();
    expect(await text).toBe(`{"kind":"watching","url":"${watched.app.url}"}\n`);
  });
});

describe('people and chats are found by what they are called', () => {
  const say = async (as: string, to: string) =>
    JSON.parse((await send('say', { body: JSON.stringify({ as, to, text: 'hi' }) })).text.split('\n').at(-2) || '{}');
  const refusal = async (as: string, to: string) =>
    JSON.parse((await send('say', { body: JSON.stringify({ as, to, text: 'hi' }) })).text).error.message;

  test.each(['Alice', 'alice', 'Alice Arden', 'alice@example.com', '1'])('Alice as %s', async (as) => {
    expect(await say(as, 'Bob')).toMatchObject({ kind: 'end', result: 'nobody' });
  });

  test.each(['Team', 'team', 'chat1', 'Carol Cedar', '3'])('what Alice means by %s', async (to) => {
    expect(await say('Alice', to)).toMatchObject({ kind: 'end', result: 'nobody' });
  });

  test('somebody who is not there is answered with those who are', async () => {
    expect(await refusal('Zed', 'Bob')).toBe(
      'Nobody here is called "Zed". There are: Alice Arden (1), Bob Birch (2), Carol Cedar (3), Dana Dale (4)',
    );
    expect(await refusal('Carol', 'Team')).toBe(
      'Carol Cedar knows no bot, chat or person called "Team". Bots: none yet. Chats: none.',
    );
  });

  test('a name that fits several has to be made plain', async () => {
    await send('user.add', { body: '{"name":"Bob","lastName":"Beech"}' });
    expect(await refusal('Bob', 'Team')).toMatch(
      /^"Bob" fits several people: Bob Birch \(2\), Bob Beech \(\d+\)\. Use the id\.$/,
    );
    expect(await refusal('Alice', 'Bob')).toMatch(
      /^"Bob" fits several: Bob Birch \(2\), Bob Beech \(\d+\)\. Use what stands in brackets\.$/,
    );
  });
});
