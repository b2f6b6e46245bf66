import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { botyard, type Server, startServer, temporaryFolder } from '../cli/botyard.ts';
import { field, message } from '../scenes/conversation.ts';
import { expectEventsToExplain } from '../scenes/messenger.ts';

/** As large as a portal takes them unless it is told otherwise. */
const SIZE = 100 * 1024 * 1024;
const PIECE = 1024 * 1024;

describeInBrowser('a file of 100 MB', (open) => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'big.bin');
  let portal: Server;
  beforeAll(async () => {
    portal = await startServer(folder.path, '--no-examples');
    const written = openSync(file, 'w');
    for (let at = 0; at < SIZE; at += PIECE) writeSync(written, Buffer.alloc(PIECE, at / PIECE));
    closeSync(written);
  });
  afterAll(async () => {
    await portal.stop();
    folder.remove();
  });

  const progress = (page: Page) => page.getByRole('progressbar', { name: 'big.bin' });

  async function send(page: Page): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach files' }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  it('shows how much of it has gone, is let go of, and arrives whole', async () => {
    const { page, context } = await open();
    const { stdout } = await botyard(folder.path, 'login', '--as', 'Alice');
    await page.goto(/https?:\S+/.exec(stdout)?.[0] ?? '');
    await page.goto(`${new URL(page.url()).origin}/chat/2`);
    await field(page).waitFor();

    const network = await context.newCDPSession(page);
    const throttle = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      });
    await throttle(4 * PIECE);
    await send(page);
    await expect.poll(async () => Number(await progress(page).getAttribute('value'))).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await progress(page).waitFor({ state: 'detached' });
    expect(await message(page, 'big.bin').count()).toBe(0);

    await throttle(-1);
    await send(page);
    const link = message(page, 'big.bin').getByRole('link').first();
    await link.waitFor({ timeout: 150_000 });
    await progress(page).waitFor({ state: 'detached' });
    const address = (await link.getAttribute('href')) ?? '';
    const size = await page.evaluate(
      `fetch(${JSON.stringify(address)}).then((answer) => answer.blob()).then((blob) => blob.size)`,
    );
    expect(size).toBe(SIZE);
    await expectEventsToExplain(page);
  });
});
