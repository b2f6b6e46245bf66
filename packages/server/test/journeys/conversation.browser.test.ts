import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { chooseFor, field, linesOf, message, write } from '../scenes/conversation.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('a conversation', (open) => {
  let world: World;
  let path: string;
  beforeEach(async () => {
    world = await createWorld();
    path = `/chat/chat${world.groupChatId}`;
  });
  afterEach(() => world.close());

  it('of two people goes on in two windows, and is what a fresh load shows', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    const bob = await openMessenger(world, open, world.bob.id, { path, colorScheme: 'dark' });
    await field(bob).waitFor();
    await field(alice).pressSequentially('Who watches');
    await bob.getByRole('status').filter({ hasText: 'Alice Arden is typing' }).waitFor();
    await write(alice, 'Who watches the [b]release[/b] tonight?');
    await message(bob, 'Who watches the release tonight?').waitFor();
    await message(alice, 'Who watches').getByRole('img', { name: 'Read' }).waitFor();

    await message(bob, 'Who watches').focus();
    await bob.keyboard.press('r');
    await bob.getByText('Reply to Alice Arden').waitFor();
    await bob.keyboard.type('I do, until ten');
    await bob.keyboard.press('Enter');
    await message(alice, 'I do, until ten').getByRole('button', { name: 'Who watches the release tonight?' }).waitFor();

    await field(bob).focus();
    await bob.keyboard.press('ArrowUp');
    await bob.getByText('Change the message').waitFor();
    await bob.keyboard.type(' sharp');
    await bob.keyboard.press('Enter');
    await message(alice, 'I do, until ten sharp').getByText('edited').waitFor();

    await chooseFor(alice, 'until ten', 'Like');
    await message(bob, 'until ten')
      .getByRole('button', { name: /\+1 · 1/ })
      .click();
    await message(alice, 'until ten')
      .getByRole('button', { name: /\+1 · 2/ })
      .waitFor();

    await write(alice, 'wrong chat');
    await message(bob, 'wrong chat').waitFor();
    await chooseFor(alice, 'wrong chat', 'Delete');
    await message(bob, 'This message was deleted').waitFor();

    for (const page of [alice, bob]) {
      expect(await barriersOn(page)).toEqual([]);
      await expectEventsToExplain(page);
    }
    expect(await linesOf(alice)).toHaveLength(3);
  });

  it('tells who is meant, and is led to by a link to a message', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    await field(alice).pressSequentially('hello @bo');
    await alice.getByRole('option', { name: /Bob Birch/ }).waitFor();
    expect(await barriersOn(alice)).toEqual([]);
    await alice.keyboard.press('Enter');
    await alice.keyboard.type('and all');
    await alice.keyboard.press('Enter');
    await message(alice, 'hello @Bob Birch and all').waitFor();
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
    expect(messages[0].text).toBe(`hello [USER=${world.bob.id}]Bob Birch[/USER] and all`);
    await alice.goto(`${world.app.pagesUrl}${path}?m=${messages[0].id}`);
    await alice.locator('[data-message][data-flash]').waitFor();
  });

  it('keeps what was begun, in each chat its own', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    await field(alice).fill('half a thou');
    await alice.goto(`${world.app.pagesUrl}/chat/${world.carol.id}`);
    await field(alice).waitFor();
    expect(await field(alice).inputValue()).toBe('');
    await write(alice, 'the first line of a dialog');
    await message(alice, 'the first line').getByRole('img', { name: 'Sent' }).waitFor();
    await alice.goto(`${world.app.pagesUrl}${path}`);
    await expect.poll(() => field(alice).inputValue()).toBe('half a thou');
  });

  it('shows the first message of a dialog that is written while it is still looked for', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    await field(alice).waitFor();
    const told = new Promise<void>((tell) =>
      alice.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => String(payload).includes('the very first') && tell()),
      ),
    );
    // No dialog was found, and the page asks who that is.
    await alice.route('**/rest/im.user.get', async (route) => {
      await told;
      await route.continue();
    });
    await alice.goto(`${world.app.pagesUrl}/chat/${world.carol.id}`);
    await write(alice, 'the very first');
    await message(alice, 'the very first').getByRole('img', { name: 'Sent' }).waitFor();
    await expectEventsToExplain(alice);
  });

  it('shows a line that was refused, keeps it across a reload, and sends it again', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    await field(alice).waitFor();
    await alice.route('**/rest/im.message.add', (route) =>
      route.fulfill({ status: 400, json: { error: 'ACCESS_ERROR', error_description: 'Action unavailable' } }),
    );
    await write(alice, 'will it go?');
    await alice.getByText('Action unavailable').waitFor();
    expect(await barriersOn(alice)).toEqual([]);
    await alice.reload();
    await alice.getByText('Action unavailable').waitFor();
    await alice.unroute('**/rest/im.message.add');
    await alice.getByRole('button', { name: 'Send again' }).click();
    await message(alice, 'will it go?').getByRole('img', { name: 'Sent' }).waitFor();
    await expectEventsToExplain(alice);
  });

  it('sends what was written without a connection once, when it is back', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    await field(alice).waitFor();
    let lost = 0;
    // The portal has it, and its answer is lost on the way back.
    await alice.route('**/rest/im.message.add', async (route) => {
      if (lost++ > 0) return route.continue();
      await world.alice.ok('im.message.add', route.request().postDataJSON());
      await route.abort();
    });
    await write(alice, 'only once');
    await message(alice, 'only once').getByRole('img', { name: 'Sent' }).waitFor();
    expect(await message(alice, 'only once').count()).toBe(1);
    await expectEventsToExplain(alice);
    expect(await linesOf(alice)).toHaveLength(1);
  });

  it('carries files: chosen, with a text, fetched by the other', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    const bob = await openMessenger(world, open, world.bob.id, { path });
    await field(alice).waitFor();
    const chooser = alice.waitForEvent('filechooser');
    await alice.getByRole('button', { name: 'Attach files' }).click();
    await (await chooser).setFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('so it goes') });
    await write(alice, 'the notes');
    await message(bob, 'the notes').getByText('notes.txt').waitFor();
    const download = bob.waitForEvent('download');
    await bob.getByRole('link', { name: 'Download notes.txt' }).click();
    expect((await (await download).path()) && (await download).suggestedFilename()).toBe('notes.txt');
    await message(alice, 'the notes').getByText('notes.txt').waitFor();
    expect(await barriersOn(bob)).toEqual([]);
    for (const page of [alice, bob]) await expectEventsToExplain(page);
  });

  it('lets go of a file that is on its way', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    await field(alice).waitFor();
    await alice.route('**/rest/upload.json*', () => undefined);
    const chooser = alice.waitForEvent('filechooser');
    await alice.getByRole('button', { name: 'Attach files' }).click();
    await (await chooser).setFiles({
      name: 'big.bin',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(5_000),
    });
    await alice.getByRole('button', { name: 'Send', exact: true }).click();
    await alice.getByRole('progressbar', { name: 'big.bin' }).waitFor();
    await alice.getByRole('button', { name: 'Cancel' }).click();
    await alice.getByText('big.bin').waitFor({ state: 'detached' });
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
    expect(messages).toEqual([]);
  });
});
