import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

/*
 * Requests that are written as RFC 9112 allows, or forbids, and hardly anybody does.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const place = () => new URL(world.alice.webhookUrl);

/** All that is answered to these pieces until the connection is closed: each is sent once something was answered to the last. */
async function answersTo(...pieces: readonly string[]): Promise<string> {
  const socket = connect(Number(place().port), '127.0.0.1').setEncoding('latin1');
  let answers = '';
  const [first = '', ...others] = pieces;
  socket.on('data', (part) => {
    answers += part;
    const next = others.shift();
    if (next !== undefined) socket.write(next);
  });
  socket.on('error', () => undefined);
  socket.write(first);
  await once(socket, 'close');
  return answers;
}

const statusesIn = (answers: string) =>
  [...answers.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

const head = (target: string, ...lines: readonly string[]) => [`GET ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n');

/** A message, as it is posted. */
function posted(text: string): string {
  const body = `DIALOG_ID=chat${world.groupChatId}&MESSAGE=${text}`;
  const lines = ['Host: a', 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`];
  return `POST ${place().pathname}im.message.add HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

describe('what comes behind a whole request and is none', () => {
  it('is refused after that is answered: what was done is not told to be refused', async () => {
    const answers = await answersTo(
      `${posted('one')}${posted('two')}the rest of a body that was counted wrong\r\n\r\n`,
    );
    expect(statusesIn(answers)).toEqual([200, 200, 400]);
  });

  it('is refused on a connection that was used before', async () => {
    expect(statusesIn(await answersTo(posted('three'), 'no request\r\n\r\n'))).toEqual([200, 400]);
  });

  it('is refused as the body of a later request, too', async () => {
    const later = `POST ${place().pathname}profile HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`;
    expect(statusesIn(await answersTo(posted('four'), later))).toEqual([200, 400]);
  });

  it('is refused once, however much of it comes while the answer is waited for', async () => {
    await world.alice.ok('im.v2.Event.subscribe');
    const socket = connect(Number(place().port), '127.0.0.1').setEncoding('latin1');
    let answers = '';
    socket.on('data', (part) => {
      answers += part;
    });
    socket.on('error', () => undefined);
    const isClosed = once(socket, 'close');
    socket.write(head(`${place().pathname}im.v2.Event.get?wait=25`, 'Host: a'));
    for (let n = 0; n < 30 && answers === ''; n += 1) {
      socket.write('no request\r\n\r\n');
      await new Promise(setImmediate);
    }
    expect(answers).toBe('');
    await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'What is waited for' });
    await isClosed;
    expect(statusesIn(answers)).toEqual([200, 400]);
  });
});

describe('the target of a request', () => {
  it('may be the whole address, whose host counts', async () => {
    const { origin, pathname } = place();
    for (const target of [`${origin}${pathname}profile`, `HTTP://other.test${pathname}profile?a=1`]) {
      const answers = await answersTo(head(target, 'Host: elsewhere.test', 'Connection: close'));
      expect(answers).toMatch(/"ID":"1"/);
    }
    expect(statusesIn(await answersTo(head(origin, 'Host: a', 'Connection: close')))).toEqual([303]);
    const malformed = await answersTo(head('http://a"b/health', 'Host: a', 'Connection: close'));
    expect(statusesIn(malformed)).toEqual([400]);
  });

  it('is no host to be led to', async () => {
    expect(await answersTo('CONNECT a.test:443 HTTP/1.1\r\nHost: a.test:443\r\n\r\n')).toMatch(
      / 405 .*This is no proxy/s,
    );
  });
});

describe('the header Host', () => {
  const toEach = (...lines: readonly string[]) =>
    Promise.all(
      [`${place().pathname}profile`, '/health', '/login'].map((path) =>
        answersTo(head(path, ...lines, 'Connection: close')),
      ),
    );

  it.each(['a.test', 'a_b.test:8424', '127.0.0.1:', '[::1]:80', ''])('may be %j', async (host) => {
    for (const answers of await toEach(`Host: ${host}`)) expect(statusesIn(answers)).toEqual([200]);
  });

  it.each(['a b', 'a/b', '"><script>', 'me@a.test', 'a:b', '[::1', 'a?b', 'a\\b'])('is refused as %j', async (host) => {
    const answers = await toEach(`Host: ${host}`);
    expect(answers.map(statusesIn)).toEqual([[400], [400], [400]]);
    expect(answers[0]).toContain('The header Host is no name of a host');
  });

  it('is refused where there are two of them, and where there is none', async () => {
    for (const [why, ...lines] of [
      ['more than one header Host', 'Host: a.test', 'hOsT: b.test'],
      ['Host is missing'],
    ]) {
      const answers = await toEach(...lines);
      expect(answers.map(statusesIn)).toEqual([[400], [400], [400]]);
      expect(answers[0]).toContain(why);
    }
  });
});

describe('a connection whose other side never closes', () => {
  it.each([
    ['what is no request', 'no request\r\n\r\n'],
    ['a wish to be led to a host', 'CONNECT a.test:443 HTTP/1.1\r\nHost: a.test:443\r\n\r\n'],
    ['a wish to be told what happens', head('/live', 'Host: a', 'Connection: Upgrade', 'Upgrade: websocket')],
    ['an offer of another protocol', head('/health', 'Host: a', 'Connection: Upgrade', 'Upgrade: h2c')],
  ])('is closed some seconds after the answer to %s', async (_, sent) => {
    const isTaken = once(world.app.server.node, 'connection');
    const client = connect({ port: Number(place().port), host: '127.0.0.1', allowHalfOpen: true });
    client.on('error', () => undefined).write(sent);
    const [taken] = await isTaken;
    client.resume();
    await once(client, 'end');
    expect(taken.destroyed).toBe(false);
    world.clock.advance(5_000);
    expect(taken.destroyed).toBe(true);
    client.destroy();
  });
});
