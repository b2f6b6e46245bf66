import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Line } from '#domain/line/line.ts';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { chatOfVisitor, newLine, openBot } from '../scenes/lines.ts';
import { CLIENT_ID, createWorld, type Handler, type World } from '../world.ts';

/*
 * A visitor at the page of a line, and at the page of a site that shows it. What a policy forbids, and every error of a
 * script, fails the run: see describeInBrowser.
 */

describeInBrowser('the live chat', (open) => {
  let world: World;
  let site: Handler;
  let line: Line;
  beforeAll(async () => {
    world = await createWorld();
    site = await world.handler();
    const [handler, sites] = [await world.handler(), [new URL(site.url).origin]];
    const bot = await openBot(world, { handler });
    await world.alice.ok('imbot.command.register', {
      COMMAND: 'track',
      EXTRANET_SUPPORT: 'Y',
      EVENT_COMMAND_ADD: handler.url,
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Track' }],
      CLIENT_ID,
    });
    // A bot that says what it heard, with buttons, and what was pressed.
    handler.answer = async ({ body }) => {
      const { MESSAGE, DIALOG_ID } = body.data.PARAMS;
      const BUTTONS = [
        { TEXT: 'Track', COMMAND: 'track', COMMAND_PARAMS: '7' },
        { TEXT: 'Write it', ACTION: 'PUT', ACTION_VALUE: 'The number is 7' },
        { TEXT: 'Say it', ACTION: 'SEND', ACTION_VALUE: 'No, thanks' },
        { TYPE: 'NEWLINE' },
        { TEXT: 'Terms', LINK: 'https://shop.example/terms' },
      ];
      if (body.event !== 'ONIMBOTJOINCHAT')
        await world.alice.ok('imbot.message.add', {
          DIALOG_ID,
          MESSAGE: `You said [b]${MESSAGE}[/b], see https://shop.example/help`,
          KEYBOARD: { BUTTONS },
          CLIENT_ID,
        });
      return { status: 200 };
    };
    line = await newLine(world, { welcomeBotId: bot, sites, queue: [{ kind: 'person', id: world.bob.id }] });
    const page = `${world.app.address}/livechat/${line.code}`;
    site.answer = () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script src="${page}/widget.js" defer></script>`,
    });
  });
  afterAll(() => world.close());

  const go = (page: Page) => page.goto(`${world.app.address}/livechat/${line.code}`);
  const write = async (page: Pick<Page, 'getByLabel'>, text: string) => {
    await page.getByLabel('Your message').fill(text);
    await page.getByLabel('Your message').press('Enter');
  };

  it('is written in, answered, and there again when the page is loaded anew', async () => {
    const { page, context } = await open();
    await go(page);
    expect(await barriersOn(page)).toEqual([]);
    await write(page, '<b>Where</b> is my parcel?');
    await page.getByText('You said <b>Where</b> is my parcel?').waitFor();
    await page.getByRole('link', { name: 'https://shop.example/help' }).waitFor();
    expect(await page.locator('li b').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.reload();
    await page.getByText('You said <b>Where</b> is my parcel?').waitFor();
    expect([await context.cookies(), await page.locator('li').count()]).toEqual([[], 2]);
  });

  it('has buttons that do what the bot says, and a person who goes on', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await go(page);
    await write(page, 'hello');
    await page.getByRole('button', { name: 'Track' }).click();
    await page.getByText('You said /track 7').waitFor();
    await page.getByRole('button', { name: 'Write it' }).first().click();
    expect(await page.getByLabel('Your message').inputValue()).toBe('The number is 7');
    await page.getByRole('button', { name: 'Say it' }).first().click();
    await page.getByText('You said No, thanks').waitFor();
    expect(await page.getByRole('link', { name: 'Terms' }).first().getAttribute('href')).toBe(
      'https://shop.example/terms',
    );
    const CHAT_ID = await chatOfVisitor(world);
    await world.alice.ok('imopenlines.bot.session.operator', { CHAT_ID, CLIENT_ID });
    await page.getByText('You will be answered by a person soon.').waitFor();
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: 'I am Bob' });
    await page.getByText('I am Bob').waitFor();
    await world.alice.ok('imopenlines.bot.session.finish', { CHAT_ID, CLIENT_ID });
    await page.getByText('The conversation is finished.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('keeps what is written without a connection, and sends it once when there is one', async () => {
    const { page, context } = await open();
    await go(page);
    await write(page, 'first');
    await page.getByText('You said first').waitFor();
    await context.setOffline(true);
    await write(page, 'in the tunnel');
    await page.getByText('No connection.').waitFor();
    await context.setOffline(false);
    await page.getByText('You said in the tunnel').waitFor();
    expect(await page.getByText('in the tunnel', { exact: true }).count()).toBe(1);
  });

  it('is shown in pages of the sites that the line names, and in no others', async () => {
    const { page } = await open();
    await page.goto(site.url);
    const button = page.getByRole('button', { name: 'Chat with us' });
    await button.click();
    const frame = page.frameLocator('iframe');
    await write(frame, 'from the shop');
    await frame.getByText('You said from the shop').waitFor();
    await frame.getByLabel('Your message').press('Escape');
    await page.getByRole('button', { name: 'Chat with us', expanded: false }).waitFor();
    const { page: elsewhere } = await open();
    await elsewhere.goto(site.url.replace('127.0.0.1', 'localhost'));
    await elsewhere.getByRole('button', { name: 'Chat with us' }).click();
    await expect.poll(() => elsewhere.frames().at(1)?.url()).toMatch(/^chrome-error:/);
  });
});
