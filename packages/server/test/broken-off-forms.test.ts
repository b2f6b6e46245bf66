import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderOf } from './scenes/files.ts';
import { createWorld, type World } from './world.ts';

/*
 * A form of several parts can end anywhere: nobody can end the portal by that, and everybody is answered.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PARTS = [
  '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n',
  '--x\r\ncontent-disposition: form-data; name="f"; filename="f.txt"\r\ncontent-type: text/plain\r\n\r\nhello\r\n',
  '--x--\r\n',
].join('');

async function statuses(url: string): Promise<Set<number>> {
  const found = new Set<number>();
  for (let end = 0; end <= PARTS.length; end += 1) {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await fetch(url, { method: 'POST', headers, body: PARTS.slice(0, end) });
    await response.arrayBuffer();
    found.add(response.status);
  }
  return found;
}

it('a call of a stranger', async () => {
  expect(await statuses(`${world.app.url}/rest/profile`)).toEqual(new Set([401, 400]));
});

it('a call', async () => {
  expect(await statuses(`${world.alice.webhookUrl}profile`)).toEqual(new Set([200, 400]));
});

it('a file that is sent to an address of its own', async () => {
  const id = await folderOf(world.alice, `chat${world.groupChatId}`);
  const { uploadUrl } = await world.alice.ok('disk.folder.uploadfile', { id, generateUniqueName: 'Y' });
  expect(await statuses(uploadUrl)).toEqual(new Set([400, 200]));
});
