import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderOf, HELLO, picture, sendToGroup, stored } from '../scenes/files.ts';
import { createWorld, type World } from '../world.ts';

/*
 * Files are fetched from, and sent to, addresses that carry a token of their own (N22, V58).
 */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const MINUTE = 60_000;

async function get(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  const { statusCode, headers: answered, body } = await request(url, { method, headers });
  return { status: statusCode, headers: answered, body: Buffer.from(await body.arrayBuffer()) };
}

async function link(file = {}): Promise<string> {
  const { id } = await sendToGroup(world, { file });
  return (await world.bob.ok('disk.file.get', { id })).DOWNLOAD_URL;
}

describe('a link to a file', () => {
  it('works without a header, as often as one likes, for 15 minutes', async () => {
    const url = await link();
    expect(url).not.toContain(world.bob.webhookUrl.split('/').at(-2));
    for (const _ of [1, 2]) expect((await get(url)).body).toEqual(HELLO);
    await world.clock.advance(14 * MINUTE);
    expect((await get(url)).status).toBe(200);
    await world.clock.advance(2 * MINUTE);
    expect(await get(url)).toMatchObject({ status: 401 });
  });

  it('hands it out as something to keep, never as a page of the portal', async () => {
    const { headers } = await get(await link({ name: 'Ünter <b>.html' }));
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="_nter__b_.html"; filename*=UTF-8''${encodeURIComponent('Ünter _b_.html')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect((await get(await link({ name: 'a.pdf' }))).headers['content-type']).toBe('application/pdf');
  });

  it('answers with a part of it', async () => {
    const url = await link();
    const part = await get(url, { range: 'bytes=6-' });
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes 6-11/12`, 'content-length': '6' } });
    expect(part.body.toString()).toBe('World!');
    expect(await get(url, { range: 'bytes=99-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */12' },
    });
    const whole = await get(url, { range: 'bytes=6-', 'if-range': '"another"' });
    expect({ status: whole.status, body: whole.body }).toEqual({ status: 200, body: HELLO });
    expect(await get(url, { range: 'bytes=6-', 'if-range': String(part.headers['etag']) })).toMatchObject({
      status: 206,
    });
    const head = await get(url, {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': '12' }, body: Buffer.alloc(0) });
  });

  it('is nothing when somebody has changed it, or the file is gone', async () => {
    const { id } = await sendToGroup(world);
    const { DOWNLOAD_URL } = await world.alice.ok('disk.file.get', { id });
    const other = DOWNLOAD_URL.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'));
    for (const url of [other, DOWNLOAD_URL.split('?')[0], `${DOWNLOAD_URL.split('?')[0]}?token[]=1`])
      expect((await get(url)).status).toBe(401);
    await world.alice.ok('im.disk.file.delete', { CHAT_ID: world.groupChatId, FILE_ID: id });
    expect((await get(DOWNLOAD_URL)).status).toBe(404);
  });
});

describe('a picture', () => {
  it('is shown as a smaller one that the portal has made itself', async () => {
    const { answer, id } = await sendToGroup(world, { file: picture });
    const { urlPreview, urlShow, mediaUrl } = answer.FILES[`disk${id}`];
    expect([urlShow, mediaUrl.preview[250]]).toEqual([urlPreview, urlPreview]);
    const { status, headers, body } = await get(urlPreview);
    expect({ status, headers }).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
    expect(body.subarray(8, 12).toString()).toBe('WEBP');
  });

  it('that calls itself one and is another thing is a file', async () => {
    const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>').toString('base64');
    const { answer, id } = await sendToGroup(world, { file: { name: 'image.png', content } });
    expect(answer.FILES[`disk${id}`]).toMatchObject({ type: 'file', image: false, urlPreview: '' });
  });
});

describe('an address to send a file to', () => {
  const address = async (person = world.alice, more = {}) =>
    (
      await person.ok('disk.folder.uploadfile', {
        id: await folderOf(person, `chat${world.groupChatId}`),
        ...more,
      })
    ).uploadUrl;

  async function send(url: string, name: string, content: Uint8Array | string, field = 'file') {
    const form = new FormData();
    form.set('note', 'x');
    form.set(field, new Blob([content]), name);
    const response = await fetch(url, { method: 'POST', body: form });
    return { status: response.status, body: JSON.parse(await response.text()) };
  }

  it('takes it, and answers what there is then', async () => {
    const { status, body } = await send(await address(), 'Bericht.txt', HELLO);
    expect({ status, result: body.result }).toMatchObject({
      status: 200,
      result: { NAME: 'Bericht.txt', SIZE: '12', CREATED_BY: '1' },
    });
    expect((await get(body.result.DOWNLOAD_URL)).body).toEqual(HELLO);
    await world.alice.ok('im.disk.file.commit', { CHAT_ID: world.groupChatId, FILE_ID: body.result.ID });
  });

  it('refuses a name that is taken, unless it was asked to find another one', async () => {
    await send(await address(), 'a.txt', HELLO);
    expect((await send(await address(), 'a.txt', HELLO)).body.error).toBe('DISK_OBJ_22000');
    const renaming = await address(world.alice, { generateUniqueName: 'Y' });
    expect((await send(renaming, 'a.txt', HELLO)).body.result.NAME).toBe('a (1).txt');
    expect(await stored(world.app)).toMatchObject({ files: 2, contents: 2 });
  });

  it('refuses what is no file, and keeps nothing of it', async () => {
    const url = await address();
    const { DOWNLOAD_URL } = await world.alice.ok('disk.file.get', { id: (await sendToGroup(world)).id });
    const before = await stored(world.app);
    for (const [name, content] of [
      ['empty.txt', ''],
      ['..', 'x'],
      [`${'x'.repeat(4096)}.txt`, 'x'],
    ] as const)
      expect(await send(url, name, content)).toMatchObject({
        status: 400,
        body: { error: 'ERROR_COULD_NOT_SAVE_FILE' },
      });
    const raw = (body: string, type = 'multipart/form-data; boundary=x') =>
      fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
    expect((await raw('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf')).status).toBe(
      400,
    );
    expect((await raw('{}', 'application/json')).status).toBe(400);
    expect((await raw('--x--\r\n')).status).toBe(400);
    expect(await send(DOWNLOAD_URL.replace('download', 'upload'), 'a.txt', 'x')).toMatchObject({ status: 401 });
    expect(await stored(world.app)).toEqual(before);
  });

  it('is shut when who was given it has left the chat, and after its time', async () => {
    const url = await address(world.bob);
    const own = await address(world.alice);
    await world.bob.ok('im.chat.leave', { CHAT_ID: world.groupChatId });
    expect((await send(url, 'a.txt', HELLO)).body.error).toBe('ACCESS_DENIED');
    await world.clock.advance(16 * MINUTE);
    expect((await send(own, 'a.txt', HELLO)).body.error).toBe('expired_token');
  });

  it('stops what is too large', async () => {
    const small = await createWorld({
      settings: { botLimit: { v1: 5, v2: 5 }, files: { each: 1000, together: 1500 } },
    });
    try {
      world = small;
      const url = await address();
      expect((await send(url, 'a.bin', new Uint8Array(2000))).body.error).toBe('ERROR_COULD_NOT_SAVE_FILE');
      expect((await send(url, 'b.bin', new Uint8Array(2 * 1024 * 1024))).status).toBe(413);
      expect((await send(url, 'c.bin', new Uint8Array(900))).status).toBe(200);
      // All of them together may come to 1500.
      expect((await send(url, 'd.bin', new Uint8Array(900))).body.error).toBe('ERROR_COULD_NOT_SAVE_FILE');
      expect(await stored(small.app)).toEqual({ files: 1, contents: 1, bytes: 900 });
    } finally {
      await small.close();
      world = await createWorld();
    }
  });
});

describe('the history of a chat', () => {
  // N27
  it('names files by numbers, and tells of each beside the messages', async () => {
    const { id, messageId } = await sendToGroup(world, { file: picture, more: { MESSAGE: 'look' } });
    const { messages, files } = await world.bob.ok('im.dialog.messages.get', {
      DIALOG_ID: `chat${world.groupChatId}`,
    });
    expect(messages[0]).toMatchObject({ id: messageId, text: 'look', params: { FILE_ID: [id] } });
    expect(files).toEqual([
      expect.objectContaining({
        id,
        chatId: world.groupChatId,
        type: 'image',
        name: 'image.png',
        extension: 'png',
        image: { width: 1, height: 1 },
        authorId: world.alice.id,
        authorName: 'Alice Arden',
      }),
    ]);
    expect((await get(files[0].urlDownload)).body).toEqual(Buffer.from(picture.content, 'base64'));
  });
});
