import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { askAs } from '../scenes/person-asks.ts';
import { CLIENT_ID, createWorld, type Handler, type World } from '../world.ts';

const KEYBOARD = [
  { TEXT: 'Break it', COMMAND: 'break' },
  { TEXT: 'Keep quiet', COMMAND: 'quiet' },
];

describeInBrowser('the trace', (open) => {
  let world: World;
  let handler: Handler;
  let botId: number;
  beforeEach(async () => {
    world = await createWorld();
    handler = await world.handler();
    botId = await world.bot({ handler, more: { PROPERTIES: { NAME: 'Service Desk' } } });
    for (const COMMAND of ['take', 'break', 'quiet'])
      await world.alice.ok('imbot.command.register', {
        BOT_ID: botId,
        COMMAND,
        EVENT_COMMAND_ADD: handler.url,
        LANG: [{ LANGUAGE_ID: 'en', TITLE: COMMAND }],
        CLIENT_ID,
      });
    // Told of a command it answers with buttons, and makes a call that is refused; one button breaks it, one silences it.
    handler.answer = async ({ body }) => {
      const [command] = Object.values<Record<string, string>>(body.data.COMMAND ?? {});
      if (command?.['COMMAND'] === 'break') return { status: 500, body: 'TypeError in line 7' };
      if (command?.['COMMAND'] !== 'take') return { status: 200 };
      const { COMMAND_ID, MESSAGE_ID } = command;
      await world.alice.ok('imbot.command.answer', {
        COMMAND_ID,
        MESSAGE_ID,
        MESSAGE: 'Which one?',
        KEYBOARD,
        CLIENT_ID,
      });
      await world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: '1', MESSAGE: '', CLIENT_ID });
      return { status: 200, body: 'ok' };
    };
    await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'hello' });
    await world.settled();
  });
  afterEach(() => world.close());

  const panel = (page: Page) => page.getByRole('complementary', { name: 'Trace' });
  async function openTraced(options: object = {}): Promise<Page> {
    const page = await openMessenger(world, open, world.alice.id, options);
    await page.goto(`${world.app.pagesUrl}/chat/${botId}`);
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
    await panel(page).getByText('wrote “hello”').waitFor();
    return page;
  }
  const newest = async () =>
    (await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: String(botId), LIMIT: 1 })).messages[0].id;
  const press = async (COMMAND: string) =>
    world.alice.ok('im.message.command', { MESSAGE_ID: await newest(), BOT_ID: botId, COMMAND });

  it('makes room for the details and comes back for them, and on a phone Back leads to the conversation', async () => {
    const page = await openTraced();
    const button = page.getByRole('button', { name: 'Trace', exact: true });
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await panel(page).waitFor({ state: 'detached' });
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    await panel(page).getByText('wrote “hello”').waitFor();
    await button.click();

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${world.app.pagesUrl}/`);
    await page.locator('[data-chat]').filter({ hasText: 'Service Desk' }).click();
    for (const leave of [() => page.goBack(), () => page.getByRole('button', { name: 'Close the trace' }).click()]) {
      await button.click();
      await panel(page).getByText('wrote “hello”').waitFor();
      await leave();
      await panel(page).waitFor({ state: 'detached' });
      await page.getByRole('log').getByText('hello').waitFor();
    }
    await page.goBack();
    await page.getByRole('heading', { name: 'Chats' }).waitFor();
  });

  it('shows of a slash command what was told, what the bot did, and why a call was refused, as it happens', async () => {
    const page = await openTraced();
    await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: '/take 4127' });
    const trace = panel(page);
    await trace.getByText('typed “/take 4127”').waitFor();
    await trace.getByText('ONIMCOMMANDADD recorded').waitFor();
    await trace.getByText('imbot.command.answer', { exact: true }).waitFor();
    await trace.getByText("Message can't be empty").waitFor();
    await trace.getByText('Shown to Alice Arden').first().waitFor();
    await trace.getByText('something failed').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    await trace.getByRole('tab', { name: 'Chat, live' }).click();
    await trace.getByText('imbot.command.answer').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await trace.getByRole('tab', { name: 'As the bot sees it' }).click();
    await trace.getByRole('heading', { name: 'im.dialog.messages.get' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);

    // It stays open from one visit to the next.
    await page.reload();
    await trace.getByText('typed “/take 4127”').waitFor();
    await trace.getByRole('button', { name: 'Close the trace' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Trace', exact: true }).waitFor();
    expect(await trace.count()).toBe(0);
    await expectEventsToExplain(page);
  });

  it('shows of a press that the handler failed, and sends it again once it is mended, with other values too', async () => {
    await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: '/take 1' });
    await world.settled();
    const page = await openMessenger(world, open, world.alice.id, { colorScheme: 'dark', path: `/chat/${botId}` });
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
    await press('break');
    const trace = panel(page);
    await trace.getByText('pressed “Break it”').waitFor();
    await trace.getByText('answered 500').first().waitFor();
    await trace.getByText('TypeError in line 7').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    handler.answer = () => ({ status: 200, body: 'mended' });
    await trace.getByRole('button', { name: 'Edit and send' }).last().click();
    await page.getByRole('searchbox', { name: 'Find a field' }).fill('COMMAND_PARAMS');
    await page.getByRole('textbox', { name: /COMMAND_PARAMS/ }).fill('by hand');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send with 1 change' }).click();
    await trace.getByText('Sent again by hand').waitFor();
    const sent = () =>
      handler.events('ONIMCOMMANDADD').flatMap(({ data }) => Object.values<{ COMMAND_PARAMS: string }>(data.COMMAND));
    const [event] = (await askAs(world, world.alice.id, 'event.list', { result: 'pending' })).body.events;
    // In its lane it waits for the one that failed.
    await askAs(world, world.alice.id, 'event.retry', { id: event.id });
    await world.settled();
    expect(sent().map(({ COMMAND_PARAMS }) => COMMAND_PARAMS)).toContain('by hand');
    await expectEventsToExplain(page);
  });

  it('says of a silent handler that nothing came back', async () => {
    await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: '/take 1' });
    await world.settled();
    await press('quiet');
    await world.settled();
    const page = await openMessenger(world, open, world.alice.id, { path: `/chat/${botId}` });
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
    await panel(page).getByText('pressed “Keep quiet”').waitFor();
    await panel(page).getByText('Service Desk took the event and has called nothing since').waitFor();
  });

  it('is there for nobody but administrators and the owner of a bot', async () => {
    await world.bob.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'hello' });
    const page = await openMessenger(world, open, world.bob.id, { path: `/chat/${botId}` });
    await page.getByText('hello').first().waitFor();
    expect(await page.getByRole('button', { name: 'Trace', exact: true }).count()).toBe(0);
  });
});
