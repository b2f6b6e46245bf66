import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { command } from '../scenes/commands.ts';
import { field, message } from '../scenes/conversation.ts';
import { openSignedIn } from '../scenes/messenger.ts';
import { placed } from '../scenes/placements.ts';
import { createWorld, type World } from '../world.ts';

const row = (page: Page, title: string) => page.locator('[data-chat]').filter({ hasText: title });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

/** What can be opened over a conversation, and what is seen when it is. */
const OPENED: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the menu of a message': async (page) => {
    await message(page, 'Who watches').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Look it up' }).waitFor();
  },
  'the menu of a message of a bot': async (page) => {
    await message(page, 'At your service').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Make a ticket' }).waitFor();
  },
  'the menu of a chat': async (page) => {
    await row(page, 'Team').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin' }).waitFor();
  },
  'the question before a chat is left': async (page) => {
    await row(page, 'Team').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Leave the chat' }).click();
    await page.getByRole('alertdialog').waitFor();
  },
  'the emoji': async (page) => {
    await button(page, 'Emoji').click();
    await button(page, '😀').waitFor();
  },
  'those who can be mentioned': async (page) => {
    await field(page).pressSequentially('@');
    await page.getByRole('option', { name: /Bob Birch/ }).waitFor();
  },
  'the commands': async (page) => {
    await field(page).fill('/');
    await page.getByRole('option', { name: /ticket/ }).waitFor();
  },
  'the applications under the field': async (page) => {
    await button(page, 'Applications').click();
    await page.getByRole('menuitem', { name: 'Application 4' }).waitFor();
  },
  'the search': async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill('car');
    await page.getByRole('option', { name: 'Carol Cedar' }).waitFor();
  },
  'the keys': async (page) => {
    await row(page, 'Team').focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  },
  'the menu of whoever looks': async (page) => {
    await page.getByRole('button', { name: /^Your menu/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).waitFor();
  },
  'the chats to forward to': async (page) => {
    await message(page, 'Who watches').focus();
    await page.keyboard.press('f');
    await page.getByRole('dialog').getByRole('button', { name: /Team/ }).waitFor();
  },
  'a new chat': async (page) => {
    await button(page, 'New chat').click();
    await page.getByRole('option', { name: /Carol/ }).waitFor();
  },
  'the menu of a member': async (page) => {
    await button(page, 'Details').click();
    await details(page).getByRole('button', { name: 'What to do with Bob Birch' }).click();
    await page.getByRole('menuitem', { name: 'Take out of the group' }).waitFor();
  },
};

describeInBrowser('what is opened over a conversation', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    const { alice, groupChatId } = world;
    const bot = await world.bot({ code: 'desk', more: { PROPERTIES: { NAME: 'Service Desk' } } });
    await command(world, bot, { COMMAND: 'ticket', EVENT_COMMAND_ADD: 'http://127.0.0.1:9/nobody' });
    await alice.ok('im.chat.user.add', { CHAT_ID: groupChatId, USERS: [bot] });
    await alice.ok('imbot.message.add', {
      BOT_ID: bot,
      CLIENT_ID: 'test-app',
      DIALOG_ID: `chat${groupChatId}`,
      MESSAGE: 'At your service',
      MENU: [{ TEXT: 'Make a ticket', COMMAND: 'ticket' }],
    });
    await alice.ok('im.message.add', { DIALOG_ID: `chat${groupChatId}`, MESSAGE: 'Who watches?' });
    const application = await placed(world);
    const bind = (PLACEMENT: string, TITLE: string) =>
      application.ok('placement.bind', {
        PLACEMENT,
        HANDLER: `http://127.0.0.1:9/${PLACEMENT}`,
        TITLE,
        OPTIONS: { iconName: 'fa-cloud' },
      });
    for (const n of [1, 2, 3, 4]) await bind('IM_TEXTAREA', `Application ${n}`);
    await bind('IM_CONTEXT_MENU', 'Look it up');
  });
  afterAll(() => world.close());

  for (const colorScheme of ['light', 'dark'] as const)
    it(`keeps nobody out, in ${colorScheme} colours`, async () => {
      const page = await openSignedIn(world, open, world.alice.id, { colorScheme });
      const barriers: Record<string, string[]> = {};
      for (const [name, show] of Object.entries(OPENED)) {
        await page.goto(`${world.app.pagesUrl}/chat/chat${world.groupChatId}`);
        await message(page, 'Who watches').waitFor();
        await show(page);
        barriers[name] = await barriersOn(page);
      }
      expect(barriers).toEqual(Object.fromEntries(Object.keys(OPENED).map((name) => [name, []])));
    });
});
