import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { command } from '../scenes/commands.ts';
import { chooseFor, field, message } from '../scenes/conversation.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { CLIENT_ID, createWorld, type Handler, type Received, type World } from '../world.ts';

describeInBrowser('a conversation with a bot', (open) => {
  let world: World;
  let handler: Handler;
  let bot: number;
  beforeEach(async () => {
    world = await createWorld();
    handler = await world.handler();
    bot = await world.bot({ code: 'desk', handler, more: { PROPERTIES: { NAME: 'Service Desk' } } });
  });
  afterEach(() => world.close());

  const add = (more: Record<string, unknown>) => command(world, bot, { EVENT_COMMAND_ADD: handler.url, ...more });
  const say = (more: Record<string, unknown>) =>
    world.alice.ok('imbot.message.add', { BOT_ID: bot, CLIENT_ID, DIALOG_ID: world.alice.id, ...more });
  const answer =
    (text: string) =>
    async ({ body: { event, data } }: Received) => {
      if (event !== 'ONIMCOMMANDADD') return { status: 200 };
      const [called] = Object.values(data.COMMAND) as { COMMAND_ID: string; MESSAGE_ID: string }[];
      await world.alice.ok('imbot.command.answer', {
        COMMAND_ID: called?.COMMAND_ID,
        MESSAGE_ID: called?.MESSAGE_ID,
        MESSAGE: text,
        CLIENT_ID,
      });
      return { status: 200 };
    };

  it('offers its commands in the language of who writes, those that are not hidden, and calls one', async () => {
    const LANG = [
      { LANGUAGE_ID: 'en', TITLE: 'Closes a ticket', PARAMS: 'number' },
      { LANGUAGE_ID: 'de', TITLE: 'Schließt ein Ticket', PARAMS: 'Nummer' },
    ];
    await add({ COMMAND: 'done', LANG });
    await add({ COMMAND: 'delegate', LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Hands it over', PARAMS: 'who' }] });
    await add({ COMMAND: 'debug', HIDDEN: 'Y' });
    handler.answer = answer('closed');
    const alice = await openMessenger(world, open, world.alice.id, { path: `/chat/${bot}` });
    await field(alice).pressSequentially('/d');
    const options = alice.getByRole('option');
    await options.nth(1).waitFor();
    expect((await options.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining('/delegate who Hands it over'),
      expect.stringContaining('/done number Closes a ticket'),
    ]);
    expect(await barriersOn(alice)).toEqual([]);
    await alice.keyboard.press('ArrowDown');
    await alice.keyboard.press('Enter');
    expect(await field(alice).inputValue()).toBe('/done ');
    await alice.keyboard.type('4127');
    await alice.keyboard.press('Enter');
    await message(alice, 'closed').waitFor();
    expect(handler.events('ONIMCOMMANDADD')).toHaveLength(1);
    await expectEventsToExplain(alice);
  });

  it('offers a guest what is for guests alone', async () => {
    await add({ COMMAND: 'inside', COMMON: 'Y' });
    await add({ COMMAND: 'outside', COMMON: 'Y', EXTRANET_SUPPORT: 'Y' });
    await world.dana.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' }).catch(() => undefined);
    const chat = await world.alice.ok('im.chat.add', { TITLE: 'With a guest', USERS: [world.dana.id] });
    const dana = await openMessenger(world, open, world.dana.id, { path: `/chat/chat${chat}` });
    await field(dana).pressSequentially('/');
    await dana.getByRole('option', { name: /outside/ }).waitFor();
    expect(await dana.getByRole('option').count()).toBe(1);
    await expectEventsToExplain(dana);
  });

  it('has buttons that work: a command that is answered, refused, and not answered', async () => {
    await add({ COMMAND: 'take' });
    const BUTTONS = [
      {
        TEXT: 'Take it',
        COMMAND: 'take',
        COMMAND_PARAMS: '4127',
        BLOCK: 'Y',
        DISPLAY: 'LINE',
        BG_COLOR_TOKEN: 'primary',
      },
      { TEXT: 'Nowhere', COMMAND: 'nowhere', DISPLAY: 'LINE' },
      { TYPE: 'NEWLINE' },
      { TEXT: 'Write it', ACTION: 'PUT', ACTION_VALUE: '/take ' },
      { TEXT: 'Say it', ACTION: 'SEND', ACTION_VALUE: 'thanks' },
      { TEXT: 'Bob', ACTION: 'DIALOG', ACTION_VALUE: String(world.bob.id) },
      { TEXT: 'Help', ACTION: 'HELP', ACTION_VALUE: '12' },
      { TEXT: 'Off', COMMAND: 'take', DISABLED: 'Y', DISPLAY: 'LINE' },
      { TEXT: 'Phones only', COMMAND: 'take', CONTEXT: 'MOBILE', DISPLAY: 'LINE' },
    ];
    await say({ MESSAGE: 'Take it?', KEYBOARD: { BUTTONS } });
    const alice = await openMessenger(world, open, world.alice.id, { path: `/chat/${bot}` });
    const button = (name: string | RegExp) => message(alice, 'Take it?').getByRole('button', { name });
    await button('Write it').waitFor();
    expect(await button('Phones only').count()).toBe(0);
    expect(await button('Off').isDisabled()).toBe(true);
    expect(await barriersOn(alice)).toEqual([]);

    handler.answer = answer('it is yours');
    await button(/^Take it/).click();
    await message(alice, 'it is yours').waitFor();
    await expect.poll(() => button(/^Take it/).isDisabled()).toBe(true);

    await button('Nowhere').click();
    await button(/Nowhere It failed/).waitFor();

    await button('Write it').click();
    expect(await field(alice).inputValue()).toBe('/take ');
    await field(alice).fill('');
    await button('Say it').click();
    await message(alice, 'thanks').waitFor();
    await button('Help').click();
    await alice.getByText('There is nothing here for HELP: 12').waitFor();
    await button('Bob').click();
    await alice.waitForURL(`**/chat/${world.bob.id}`);
    await expectEventsToExplain(alice);
  });

  it('says of a bot that is silent that it does not answer', async () => {
    await add({ COMMAND: 'take' });
    await say({ MESSAGE: 'Take it?', KEYBOARD: [{ TEXT: 'Take it', COMMAND: 'take' }] });
    const alice = await openMessenger(world, open, world.alice.id, { path: `/chat/${bot}` });
    await message(alice, 'Take it?').waitFor();
    await alice.clock.install();
    const button = message(alice, 'Take it?').getByRole('button', { name: /^Take it/ });
    await button.click();
    await message(alice, 'Take it?').getByRole('button', { name: 'Take it Working' }).waitFor();
    await world.settled();
    await alice.clock.fastForward(10_500);
    await message(alice, 'Take it?').getByRole('button', { name: 'Take it The bot does not answer' }).waitFor();
    expect(await barriersOn(alice)).toEqual([]);
    // It comes late all the same.
    await say({ MESSAGE: 'sorry, here I am' });
    await message(alice, 'Take it?').getByRole('button', { name: 'Take it', exact: true }).waitFor();
    await expectEventsToExplain(alice);
  });

  it('says of a bot whose handler fails that it failed, and shows those who may see it why', async () => {
    await add({ COMMAND: 'take' });
    const DIALOG_ID = `chat${world.groupChatId}`;
    await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [bot] });
    await say({ DIALOG_ID, MESSAGE: 'Take it?', KEYBOARD: [{ TEXT: 'Take it', COMMAND: 'take' }] });
    const path = `/chat/${DIALOG_ID}`;
    const alice = await openMessenger(world, open, world.alice.id, { path });
    const bob = await openMessenger(world, open, world.bob.id, { path });
    for (const page of [alice, bob]) await message(page, 'Take it?').waitFor();
    handler.answer = () => ({ status: 500 });
    for (const page of [bob, alice]) {
      await message(page, 'Take it?')
        .getByRole('button', { name: /^Take it/ })
        .click();
      // The second waits behind the first in the chat: it has not failed yet.
      if (page === bob)
        await message(bob, 'Take it?').getByRole('button', { name: 'Take it The bot failed' }).waitFor();
    }
    expect(await message(alice, 'Take it?').getByRole('button', { name: 'Take it Working' }).count()).toBe(1);
    expect(await message(bob, 'Take it?').getByRole('button', { name: 'Why?' }).count()).toBe(0);
    expect(await barriersOn(bob)).toEqual([]);

    handler.answer = answer('now it works');
    world.clock.advance(60_000);
    await message(bob, 'now it works').first().waitFor();
    await message(bob, 'Take it?').getByRole('button', { name: 'Take it', exact: true }).waitFor();
    await expectEventsToExplain(bob);

    handler.answer = () => ({ status: 404 });
    await message(alice, 'Take it?')
      .getByRole('button', { name: /^Take it/ })
      .click();
    await message(alice, 'Take it?').getByText('Take it: The bot failed').first().waitFor();
    expect(await barriersOn(alice)).toEqual([]);
    await message(alice, 'Take it?').getByRole('button', { name: 'Why?' }).click();
    await alice.getByRole('complementary', { name: 'Trace' }).getByText('404').first().waitFor();
  });

  it('has items in the menu of its messages, and blocks of all kinds', async () => {
    await add({ COMMAND: 'ticket' });
    const ATTACH = [
      { MESSAGE: '[b]4127[/b] Paper jam' },
      { LINK: { NAME: 'The help desk', LINK: 'https://example.com/4127', DESC: 'all of it' } },
      { USER: { NAME: 'Carol Cedar', USER_ID: world.carol.id } },
      { DELIMITER: { SIZE: 200, COLOR: '#c6c6c6' } },
      {
        GRID: [
          { NAME: 'Priority', VALUE: 'High', DISPLAY: 'LINE', COLOR: '#ff0000' },
          { NAME: 'Floor', VALUE: '3', DISPLAY: 'ROW' },
        ],
      },
      { IMAGE: [{ NAME: 'the jam', LINK: 'https://example.com/jam.png' }] },
      { FILE: [{ NAME: 'jam.log', LINK: 'https://example.com/jam.log', SIZE: 18_234 }] },
    ];
    const MENU = [{ TEXT: 'Make a ticket of it', COMMAND: 'ticket', COMMAND_PARAMS: '1' }];
    await say({ MESSAGE: 'A card', ATTACH, MENU });
    const alice = await openMessenger(world, open, world.alice.id, { path: `/chat/${bot}`, colorScheme: 'dark' });
    const card = message(alice, 'A card');
    await card.getByRole('link', { name: 'The help desk' }).waitFor();
    for (const text of ['4127', 'all of it', 'Carol Cedar', 'Priority', 'High', 'the jam', 'jam.log', '18 kB'])
      expect(await card.innerText()).toContain(text);
    expect(await barriersOn(alice)).toEqual([]);
    await chooseFor(alice, 'A card', 'Make a ticket of it');
    await expect.poll(() => handler.events('ONIMCOMMANDADD').length).toBe(1);
    await expectEventsToExplain(alice);
  });
});
