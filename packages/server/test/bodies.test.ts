import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, createWorld, type World } from './world.ts';

/*
 * What may be sent: who calls is known before a large body is read, every byte counts, and nothing is parsed that holds
 * more than anybody needs.
 */

const MB = 1024 * 1024;

let world: World;
let token: string;
beforeAll(async () => {
  world = await createWorld();
  token = await (await world.application()).token();
});
afterAll(() => world.close());

const restUrl = (path: string) => `${world.app.url}/rest/${path}`;
const filler = (bytes: number) => 'A'.repeat(bytes);

async function send(url: string, type: string, body: string | Uint8Array | URLSearchParams): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
const json = (url: string, value: unknown) => send(url, 'application/json', JSON.stringify(value));
const said = ({ status, body }: Answer) => `${status} ${body.error ?? 'ok'}`;

/** As a stream, so that its length is not known before it ends. */
function inChunks(url: string, type: string, chunks: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'content-type': type }, agent: false }, async (answer) => {
      const text = Buffer.concat(await answer.toArray()).toString();
      resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) });
    }).once('error', reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });
}

describe('a body of more than a megabyte', () => {
  it('is not read for a stranger, in whatever encoding it comes', async () => {
    const url = restUrl('profile');
    expect(said(await json(url, { A: filler(MB) }))).toBe('413 INVALID_REQUEST');
    expect(said(await send(url, 'application/x-www-form-urlencoded', `A=${filler(MB)}`))).toBe('413 INVALID_REQUEST');
    const part = `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${filler(MB / 2)}\r\n`;
    expect(said(await inChunks(url, 'multipart/form-data; boundary=x', [part, part, part, '--x--\r\n']))).toBe(
      '413 INVALID_REQUEST',
    );
    expect(said(await json(url, { A: filler(MB - 100) }))).toBe('401 NO_AUTH_FOUND');
  });

  it('is not read for a webhook that there is not', async () => {
    const wrong = await json(restUrl('1/wrong/profile'), { A: filler(2 * MB) });
    expect({ status: wrong.status, code: wrong.body.error }).toEqual({
      status: 401,
      code: (await json(restUrl('1/wrong/profile'), {})).body.error,
    });
  });

  it('is read for a caller who is known, up to what a call can need', async () => {
    for (const url of [`${world.alice.webhookUrl}profile`, restUrl(`app.info?auth=${token}`)]) {
      expect(said(await json(url, { A: filler(3 * MB) }))).toBe('200 ok');
      expect(await json(url, { A: filler(4 * MB) })).toMatchObject({
        status: 413,
        body: { error_description: 'The body is larger than 4 MB' },
      });
    }
  });

  it('may be larger where a file is sent', async () => {
    const chat = { TITLE: 'With a picture', AVATAR: filler(6 * MB) };
    expect((await json(`${world.alice.webhookUrl}im.chat.add`, chat)).status).toBe(400);
    expect((await json(`${world.alice.webhookUrl}im.chat.add`, { ...chat, AVATAR: filler(8 * MB) })).status).toBe(413);
  });
});

describe('a file with the token at the end of the body, as the SDK of the vendor sends it', () => {
  const chat = (auth: string, bytes = 2 * MB) => ({ TITLE: filler(bytes), auth });
  const left = () => readdirSync(tmpdir()).filter((name) => /^botyard-[0-9a-f]{32}$/.test(name));

  it('is read when the token is good', async () => {
    expect(said(await json(restUrl('im.chat.add'), { AVATAR: filler(2 * MB), auth: 'none of ours' }))).toBe(
      '401 invalid_token',
    );
    expect((await json(restUrl('im.chat.add'), { AVATAR: filler(2 * MB), auth: token })).body.error).toBe(
      (await json(restUrl('im.chat.add'), { AVATAR: 'AAAA', auth: token })).body.error,
    );
    const form = `AVATAR=${filler(2 * MB)}&auth=none`;
    expect(said(await send(restUrl('im.chat.add'), 'application/x-www-form-urlencoded', form))).toBe(
      '401 invalid_token',
    );
    expect(left()).toEqual([]);
  });

  it('is not read without one, and not for a method that takes no file', async () => {
    expect(said(await json(restUrl('im.chat.add'), { AVATAR: filler(2 * MB) }))).toBe('413 INVALID_REQUEST');
    expect(said(await json(restUrl('profile'), chat(token)))).toBe('413 INVALID_REQUEST');
    expect(left()).toEqual([]);
  });
});

describe('what a body holds', () => {
  const known = () => `${world.alice.webhookUrl}profile`;
  const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`F${n}`, 1]));

  it.each([
    ['JSON', (count: number) => json(known(), fields(count))],
    ['a JSON list', (count: number) => json(known(), { A: Array(count).fill(1) })],
    [
      'a form',
      (count: number) =>
        send(known(), 'application/x-www-form-urlencoded', new URLSearchParams(fields(count) as never)),
    ],
  ])('is counted before it is read: %s', async (_, sent) => {
    expect((await sent(4_900)).status).toBe(200);
    expect(await sent(5_100)).toMatchObject({
      status: 400,
      body: { error: 'INVALID_REQUEST', error_description: 'There are more than 5000 fields' },
    });
  });

  it.each([
    ['with contents', 'content-disposition: form-data; name="a"\r\n\r\n1\r\n'],
    ['with boundaries alone', ''],
  ])('is counted in the parts of a multipart form: %s', async (_, part) => {
    const sent = (count: number) =>
      send(known(), 'multipart/form-data; boundary="x"', `${`--x\r\n${part}`.repeat(count)}--x--\r\n`);
    expect(await sent(5_100)).toMatchObject({
      status: 400,
      body: { error: 'INVALID_REQUEST', error_description: 'There are more than 5000 fields' },
    });
    expect((await sent(50_000)).status).toBe(400);
  });

  it('has parts without a name passed over', async () => {
    const parts = ['form-data', 'form-data; name="ID"'].map((is) => `--x\r\ncontent-disposition: ${is}\r\n\r\n1\r\n`);
    const answer = await send(known(), 'multipart/form-data; boundary=x', `${parts.join('')}--x--\r\n`);
    expect(answer.status).toBe(200);
  });

  it.each([
    ['U+0000 in JSON', () => json(known(), { A: 'a\0b' })],
    ['U+0000 in a name', () => json(known(), { 'A\0': '1' })],
    ['U+0000 deep in JSON', () => json(known(), { A: [{ b: ['\0'] }] })],
    ['U+0000 in a form', () => send(known(), 'application/x-www-form-urlencoded', 'A=a%00b')],
    ['half of a surrogate pair', () => send(known(), 'application/json', '{"A":"\\ud83d"}')],
    [
      'half of a surrogate pair in a multipart form',
      () =>
        send(
          known(),
          'multipart/form-data; boundary=x',
          Buffer.concat([
            Buffer.from(
              '--x\r\ncontent-disposition: form-data; name="a"\r\ncontent-type: text/plain; charset=utf-16le\r\n\r\n',
            ),
            Buffer.from([0x3d, 0xd8]),
            Buffer.from('\r\n--x--\r\n'),
          ]),
        ),
    ],
  ])('is text that can be kept: %s', async (_, sent) => {
    expect(await sent()).toMatchObject({
      status: 400,
      body: {
        error: 'INVALID_REQUEST',
        error_description: 'Texts must not hold the character U+0000 or half of a surrogate pair',
      },
    });
  });

  it('is nobody else’s business: who calls is asked first', async () => {
    const wrong = restUrl('1/wrong/profile');
    const refused = said(await json(wrong, {}));
    expect(said(await json(wrong, { A: '\0' }))).toBe(refused);
    expect(said(await send(wrong, 'application/json', '{'))).toBe(refused);
    expect(said(await json(wrong, fields(6_000)))).toBe(refused);
  });
});

it('a body that is compressed is refused with what to do, whatever else is wrong', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const asked = { method: 'POST', headers, body: gzipSync('{}') };
  const answer = await fetch(`${world.alice.webhookUrl}profile`, asked);
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    {
      error: 'INVALID_REQUEST',
      error_description: 'The body is compressed (Content-Encoding: gzip): send it as it is',
    },
  ]);
  const plain = { method: 'POST', headers: { ...headers, 'content-encoding': 'Identity' }, body: '{}' };
  expect((await fetch(`${world.alice.webhookUrl}profile`, plain)).status).toBe(200);
});

it('a body that does not arrive is given up, and said so', async () => {
  const slow = await createWorld();
  const answer = new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-length': '1000', 'content-type': 'application/json' };
    const sent = request(`${slow.alice.webhookUrl}profile`, { method: 'POST', headers, agent: false }, (got) => {
      resolve(got.statusCode);
      sent.destroy();
    }).once('error', reject);
    sent.write('{', () => slow.app.server.node.getConnections(() => advance()));
    function advance(): void {
      slow.clock.advance(1_000);
      if (!sent.destroyed) setImmediate(advance);
    }
  });
  expect(await answer).toBe(408);
  await slow.close();
});
