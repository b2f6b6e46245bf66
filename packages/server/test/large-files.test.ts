import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryHome } from '#storage/files/memory-home.ts';
import { folderOf, stored } from './scenes/files.ts';
import { type Answer, createWorld, inWorld, type World } from './world.ts';

/*
 * Files that are larger than what is held in memory: they are written down while they come, in JSON and in forms.
 */

const MB = 1024 * 1024;
/** No two pieces of it are alike, and it ends in the middle of a group of digits. */
const content = Buffer.from(
  Uint32Array.from({ length: MB }, (_, i) => (i * 2_654_435_761) % 4_294_967_296).buffer,
).subarray(0, 3 * MB + 1);
const base64 = content.toString('base64');

let world: World;
let folder: number;
let token: string;
beforeAll(async () => {
  world = await createWorld({ settings: { botLimit: { v1: 5, v2: 5 }, files: { each: 4 * MB, together: 40 * MB } } });
  folder = await folderOf(world.alice, `chat${world.groupChatId}`);
  token = await (await world.application({ scope: ['disk', 'im'] })).token();
});
afterAll(() => world.close());

async function send(url: string, body: string | Buffer, type: string, headers = {}): Promise<Answer> {
  const answer = await request(url, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
  return { status: answer.statusCode, body: await answer.body.json() };
}
const url = (method = 'disk.folder.uploadfile') => `${world.alice.webhookUrl}${method}`;
const params = (sent: string, more = {}) => ({
  id: folder,
  data: { NAME: 'large.bin' },
  fileContent: ['large.bin', sent],
  generateUniqueName: true,
  ...more,
});
const form = (sent: string, more = {}) =>
  new URLSearchParams({
    id: String(folder),
    'data[NAME]': 'large.bin',
    'fileContent[0]': 'large.bin',
    'fileContent[1]': sent,
    generateUniqueName: '1',
    ...more,
  }).toString();

async function fetched({ status, body }: Answer): Promise<Buffer> {
  expect({ status, error: body.error }).toEqual({ status: 200 });
  return Buffer.from(await (await request(body.result.DOWNLOAD_URL)).body.arrayBuffer());
}

it('a place for files that is full refuses them, large and small, and is told of to who runs the portal', async () => {
  const told: unknown[] = [];
  await inWorld(
    { files: memoryHome(MB), onError: (error) => told.push(error) },
    async ({ app, alice, groupChatId }) => {
      const id = await folderOf(alice, `chat${groupChatId}`);
      for (const size of [3 * MB, MB / 2, MB / 2 + 1]) {
        const sent = content.subarray(0, size).toString('base64');
        const { status, body } = await alice.call('disk.folder.uploadfile', { ...params(sent), id });
        const expected = size === MB / 2 ? { status: 200 } : { status: 400, error: 'ERROR_COULD_NOT_SAVE_FILE' };
        expect({ status, error: body.error }).toEqual(expected);
      }
      expect((await stored(app)).files).toBe(1);
    },
  );
  expect(told.map(String)).toContainEqual(expect.stringContaining('Files in memory may come to'));
});

describe('a large file', () => {
  it.each([
    ['as JSON', () => JSON.stringify(params(base64)), 'application/json'],
    // As PHP writes it.
    ['with slashes that are escaped', () => JSON.stringify(params(base64)).replaceAll('/', '\\/'), 'application/json'],
    ['in lines', () => JSON.stringify(params(base64.replace(/.{76}/g, '$&\r\n'))), 'application/json'],
    ['without a type', () => `  ${JSON.stringify(params(base64))}`, 'text/plain'],
    ['as a form', () => form(base64), 'application/x-www-form-urlencoded'],
    ['as a form in lines', () => form(base64.replace(/.{76}/g, '$&\r\n')), 'application/x-www-form-urlencoded'],
  ])('comes as it is %s', async (_, body, type) => {
    const got = await fetched(await send(url(), body(), type));
    expect(got.equals(content)).toBe(true);
  });

  it('comes from an application whose token is in the body, behind the file', async () => {
    const answer = await send(
      `${world.app.url}/rest/disk.folder.uploadfile`,
      JSON.stringify({ ...params(base64), auth: token }),
      'application/json',
    );
    expect((await fetched(answer)).equals(content)).toBe(true);
  });

  it('is brought once, however often the request is repeated', async () => {
    const headers = { 'idempotency-key': 'the same' };
    const body = JSON.stringify(params(base64));
    const first = await send(url(), body, 'application/json', headers);
    const again = await send(url(), body, 'application/json', headers);
    expect(again.body.result.ID).toBe(first.body.result.ID);
    const other = JSON.stringify(params(content.subarray(1).toString('base64')));
    expect((await send(url(), other, 'application/json', headers)).body.result.ID).not.toBe(first.body.result.ID);
  });

  it('leaves nothing behind when it is refused', async () => {
    const before = await stored(world.app);
    const refused = async (body: string, type = 'application/json', to = url()) => {
      const { status, body: answer } = await send(to, body, type);
      return `${status} ${answer.error}`;
    };
    const broken = `${base64.slice(0, -1000)}*${base64.slice(-999)}`;
    expect(await refused(JSON.stringify(params(broken)))).toBe('400 ERROR_COULD_NOT_SAVE_FILE');
    expect(await refused(form(broken), 'application/x-www-form-urlencoded')).toBe('400 ERROR_COULD_NOT_SAVE_FILE');
    expect(await refused(JSON.stringify(params(`data:image/png;base64,${base64}`)))).toBe(
      '400 ERROR_COULD_NOT_SAVE_FILE',
    );
    expect(await refused(JSON.stringify(params(base64, { id: 999_999 })))).toBe('400 ERROR_NOT_FOUND');
    expect(await refused(JSON.stringify(params(base64, { data: {} })))).toBe('400 DISK_BASE_SERVICE_22001');
    // A name that is as long as a file is none.
    expect(await refused(JSON.stringify(params(base64, { data: { NAME: base64.slice(0, 400_000) } })))).toBe(
      '400 ERROR_COULD_NOT_SAVE_FILE',
    );
    const larger = Buffer.alloc(4 * MB + 1).toString('base64');
    expect(await refused(JSON.stringify(params(larger)))).toBe('400 ERROR_COULD_NOT_SAVE_FILE');
    expect(await refused(JSON.stringify(params(Buffer.alloc(7 * MB).toString('base64'))))).toBe('413 INVALID_REQUEST');
    expect(await refused(JSON.stringify(params(base64)).slice(0, -1))).toBe('400 INVALID_REQUEST');
    const many = JSON.stringify({ ...params(base64), more: Array.from({ length: 4 }, () => base64.slice(0, 100_000)) });
    expect(await refused(many)).toBe('400 INVALID_REQUEST');
    expect(
      await refused(
        JSON.stringify({
          ...params(base64),
          note: 'x'
            .repeat(60_000)
            .split('')
            .map(() => 'words'),
        }),
      ),
    ).toBe('400 INVALID_REQUEST');
    expect(
      await refused(
        JSON.stringify({ ...params(base64), auth: 'of nobody' }),
        undefined,
        `${world.app.url}/rest/disk.folder.uploadfile`,
      ),
    ).toBe('401 invalid_token');
    expect(await refused(JSON.stringify(params(base64)), undefined, url().replace(/\/\w+\/disk/, '/wrong/disk'))).toBe(
      '401 INVALID_CREDENTIALS',
    );
    expect(await stored(world.app)).toEqual(before);
  });
});
