import { expect, it } from 'vitest';
import { createControlledWorld } from '../controlled.ts';
import { folderOf, HELLO } from '../scenes/files.ts';
import { browserOf } from '../scenes/sign-in.ts';
import type { Calling } from '../world.ts';

/*
 * What is sent to an address that was given out for it is a call like all others: of who got the address.
 */

async function addressFor(calling: Pick<Calling, 'ok'>, id: number): Promise<string> {
  return (await calling.ok('disk.folder.uploadfile', { id, generateUniqueName: 'Y' })).uploadUrl;
}

async function send(url: string, content: Buffer | string = HELLO) {
  const form = new FormData();
  form.set('file', new Blob([content]), 'report.txt');
  const response = await fetch(url, { method: 'POST', body: form });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

it('stands in the log of calls, the refused ones with their reason', async () => {
  const world = await createControlledWorld();
  try {
    const url = await addressFor(world.bob, await folderOf(world.bob, `chat${world.groupChatId}`));
    expect(await send(url)).toMatchObject({ status: 200, body: { result: { NAME: 'report.txt' } } });
    expect(await send(url, '')).toMatchObject({ status: 400, body: { error: 'ERROR_COULD_NOT_SAVE_FILE' } });
    const { calls } = await world.control('call.list', { method: 'disk.folder.uploadfile' });
    expect(calls.map(({ caller, status, code }) => ({ user: caller.user, status, code }))).toEqual([
      { user: 'Bob Birch', status: 400, code: 'ERROR_COULD_NOT_SAVE_FILE' },
      { user: 'Bob Birch', status: 200, code: null },
      { user: 'Bob Birch', status: 200, code: null },
    ]);
    expect(JSON.stringify(calls)).not.toContain(url.split('token=')[1]);
  } finally {
    await world.close();
  }
});

it('counts as a request of the program that got the address, and none of people at our pages', async () => {
  const world = await createControlledWorld({ limits: { rate: { requests: 4, drainedPerSecond: 1 } } });
  try {
    const folder = await folderOf(world.bob, `chat${world.groupChatId}`);
    const url = await addressFor(world.bob, folder);
    const browser = await browserOf(world, world.bob.id);
    const { body } = await browser.call('disk.folder.uploadfile', { id: folder, generateUniqueName: 'Y' });
    const statuses = [];
    for (const to of [url, url, url, body.result.uploadUrl]) statuses.push((await send(to)).status);
    expect(statuses).toEqual([200, 200, 503, 200]);
  } finally {
    await world.close();
  }
});

it('goes no longer than the webhook or the application that got the address', async () => {
  const world = await createControlledWorld();
  try {
    const folder = await folderOf(world.alice, `chat${world.groupChatId}`);
    const application = await world.application({ scope: ['im', 'disk'] });
    const [ofWebhook, ofApplication] = [await addressFor(world.alice, folder), await addressFor(application, folder)];
    expect([(await send(ofWebhook)).status, (await send(ofApplication)).status]).toEqual([200, 200]);
    await application.remove();
    const { webhooks } = await world.control('webhook.list', { as: 'Alice' });
    for (const { id } of webhooks) await world.control('webhook.revoke', { as: 'Alice', id });
    expect([await send(ofWebhook), await send(ofApplication)]).toMatchObject([
      { status: 401, body: { error: 'INVALID_CREDENTIALS' } },
      { status: 401, body: { error: 'APPLICATION_NOT_FOUND' } },
    ]);
  } finally {
    await world.close();
  }
});
