import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { botyard, type Server, startServer, temporaryFolder } from '../cli/botyard.ts';
import { field, message, write } from '../scenes/conversation.ts';
import { expectEventsToExplain } from '../scenes/messenger.ts';

describeInBrowser('when the portal is killed under two open windows', (open) => {
  const folder = temporaryFolder();
  let portal: Server;
  beforeAll(async () => {
    portal = await startServer(folder.path, '--no-examples');
  });
  afterAll(async () => {
    await portal.stop();
    folder.remove();
  });

  async function windowOf(name: string): Promise<Page> {
    const { page } = await open();
    const { stdout } = await botyard(folder.path, 'login', '--as', name);
    await page.goto(/https?:\S+/.exec(stdout)?.[0] ?? '');
    await page.goto(`${new URL(page.url()).origin}/chat/chat${portal.started.groupChatId}`);
    await field(page).waitFor();
    return page;
  }

  it('they go on when it is back: nothing is missed, nothing is there twice', async () => {
    const [alice, bob] = [await windowOf('Alice'), await windowOf('Bob')];
    await write(alice, 'before');
    await message(bob, 'before').waitFor();

    const port = new URL(portal.started.url).port;
    portal.process.kill('SIGKILL');
    await portal.ended;
    await write(alice, 'meanwhile one');
    await write(alice, 'meanwhile two');
    await write(bob, 'from the other side');
    await message(alice, 'meanwhile two').or(alice.getByText('meanwhile two')).first().waitFor();
    portal = await startServer(folder.path, '--no-examples', '--port', port);

    for (const page of [alice, bob]) {
      for (const text of ['before', 'meanwhile one', 'meanwhile two', 'from the other side']) {
        await message(page, text).waitFor();
        expect(await message(page, text).count()).toBe(1);
      }
    }
    await write(bob, 'and on');
    await message(alice, 'and on').waitFor();
    for (const page of [alice, bob]) await expectEventsToExplain(page);
    expect(await alice.locator('[data-message]').count()).toBe(5);
  });
});
