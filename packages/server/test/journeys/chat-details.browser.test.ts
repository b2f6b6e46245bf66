import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

async function openDetails(page: Page, title: string): Promise<void> {
  await page.locator('[data-chat]').filter({ hasText: title }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Details' }).click();
  await details(page).getByText(title).first().waitFor();
}

describeInBrowser('chats', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'First' });
  });
  afterEach(() => world.close());

  it('are begun with a person who is looked for, by keyboard alone', async () => {
    const page = await openMessenger(world, open, world.alice.id);
    await page.getByRole('button', { name: 'New chat' }).press('Enter');
    const field = page.getByRole('combobox', { name: 'Find a person or a bot' });
    await page.getByRole('option', { name: 'Dana Dale Guest' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await field.fill('Car');
    await page.getByRole('option', { name: 'Dana Dale' }).waitFor({ state: 'detached' });
    await field.press('Enter');
    await page.waitForURL(`**/chat/${world.carol.id}`);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('are made as groups with a title and members, who see them at once', async () => {
    const [alice, bob] = [
      await openMessenger(world, open, world.alice.id),
      await openMessenger(world, open, world.bob.id, { colorScheme: 'dark' }),
    ];
    await alice.getByRole('button', { name: 'New chat' }).click();
    await alice.getByRole('button', { name: 'Group', exact: true }).click();
    await alice.getByRole('textbox', { name: 'Title of the group' }).fill('Release party');
    await alice.getByRole('option', { name: 'Bob' }).click();
    await alice.getByRole('list', { name: 'Members' }).getByText('Bob Birch').waitFor();
    await alice.getByLabel('Open to everybody').check();
    expect(await barriersOn(alice)).toEqual([]);
    await alice.getByRole('button', { name: 'Make the group' }).click();
    await alice.waitForURL('**/chat/chat*');
    await bob.locator('[data-chat]').filter({ hasText: 'Release party' }).waitFor();
    await expectEventsToExplain(bob);
  });

  it('tell who is in them; their owner renames, describes, adds, appoints and takes out', async () => {
    const page = await openMessenger(world, open, world.alice.id);
    await openDetails(page, 'Team');
    await details(page).getByText('Closed group · 2 members').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await details(page).getByRole('button', { name: 'Change: Title' }).click();
    await details(page).getByRole('textbox', { name: 'Title' }).fill('The team');
    await page.keyboard.press('Enter');
    await page.locator('[data-chat]').filter({ hasText: 'The team' }).waitFor();
    await details(page).getByRole('button', { name: 'Change: Description' }).click();
    await details(page).getByRole('textbox', { name: 'Description' }).fill('All of us');
    await details(page).getByRole('button', { name: 'Save' }).click();
    await details(page).getByText('All of us').waitFor();

    await details(page).getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('option', { name: 'Carol' }).click();
    await details(page).getByText('3 members').waitFor();
    await details(page).getByRole('button', { name: 'What to do with Carol Cedar' }).click();
    await page.getByRole('menuitem', { name: 'Let manage the group' }).click();
    await details(page).getByRole('button', { name: 'Carol Cedar manager' }).waitFor();
    await details(page).getByRole('button', { name: 'What to do with Bob Birch' }).click();
    await page.getByRole('menuitem', { name: 'Take out of the group' }).click();
    await details(page).getByText('2 members').waitFor();
    await expectEventsToExplain(page);
    const chat = await world.alice.ok('im.dialog.get', { DIALOG_ID: `chat${world.groupChatId}` });
    expect(chat).toMatchObject({ name: 'The team', description: 'All of us', manager_list: [1, world.carol.id] });
  });

  it('with bots tell who made them, what they can be asked for, and what they last said', async () => {
    const bot = await world.bot({ code: 'helper', more: { PROPERTIES: { NAME: 'Helper', WORK_POSITION: 'Helps' } } });
    await world.alice.ok('imbot.command.register', {
      BOT_ID: bot,
      CLIENT_ID: 'test-app',
      COMMAND: 'ticket',
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Opens a ticket', PARAMS: 'what is wrong' }],
      EVENT_COMMAND_ADD: 'http://127.0.0.1:9/nobody',
    });
    await world.alice.ok('imbot.message.add', {
      BOT_ID: bot,
      CLIENT_ID: 'test-app',
      DIALOG_ID: world.alice.id,
      MESSAGE: 'At your [B]service[/B]',
    });
    const page = await openMessenger(world, open, world.alice.id, { colorScheme: 'dark' });
    await openDetails(page, 'Helper');
    await details(page).getByText('Opens a ticket').waitFor();
    await details(page).getByRole('link', { name: 'At your service' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await details(page).getByRole('button', { name: 'Alice Arden' }).click();
    await details(page).getByRole('link', { name: 'alice@example.com' }).waitFor();
    await details(page).getByRole('button', { name: 'Back' }).click();
    await details(page).getByText('Helps').waitFor();
  });
});
