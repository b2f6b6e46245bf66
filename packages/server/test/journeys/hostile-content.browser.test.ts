import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { sendToGroup } from '../scenes/files.ts';
import { chatOfVisitor, lineWithBot } from '../scenes/lines.ts';
import { openSignedIn } from '../scenes/messenger.ts';
import { CLIENT_ID, createWorld, type World } from '../world.ts';

/*
 * Everything that people, bots and programs can write is text to whoever reads it: nothing of it runs, is fetched, or leads
 * away. What the policy of a page forbids, and every error of a script, fails the run: see describeInBrowser.
 */

const MARK = '<img src=x onerror=alert(1)>';
const BREAK = `"'><script>alert(2)</script>${MARK}`;
const EVIL = 'https://evil.example/x.png';

/** Codes that are to stay text, or to become something harmless. */
const TEXTS = [
  MARK,
  BREAK,
  '[url=javascript:alert(1)]js[/url] [url]javascript:alert(1)[/url] [URL=JaVaScRiPt:alert(1)]x[/URL]',
  '[url= javascript:alert(1)]blank[/url] [url=java\tscript:alert(1)]tab[/url] [url=\u0001javascript:alert(1)]c[/url]',
  '[url=data:text/html,<script>alert(1)</script>]data[/url] [url=vbscript:x]vb[/url] [url=blob:x]b[/url]',
  '[url=//evil.example]slashes[/url] [url=\\\\evil.example]back[/url]',
  `[url=https://evil.example" onmouseover="alert(1)]attribute[/url]`,
  `[img]${EVIL}[/img] [IMG]javascript:alert(1)[/IMG] [img size=large]data:image/svg+xml,<svg onload=alert(1)>[/img]`,
  `[icon=${EVIL} title=" onload=alert(1) size=99999]`,
  '[color=red;background:url(https://evil.example)]colour[/color] [color=#fff" onclick="alert(1)]c[/color]',
  '[size=999999]big[/size] [size=1;position:fixed]s[/size]',
  '[b][i][u][s]open [url=https://a.example][url=javascript:alert(1)]inner[/url][/b][/i]',
  '[code]<script>alert(1)</script>[/code] [quote][quote][/code]',
  '[send=[/send]x[/send] [put=" onclick="alert(1)]y[/put] [call=javascript:alert(1)]z[/call]',
  `[user=1" onclick="alert(1)]u[/user] [chat=javascript:alert(1)]c[/chat] [user=999999]${MARK}[/user]`,
  '[timestamp=1" format="x" onload="alert(1)] [dialog=javascript:alert(1)]d[/dialog] [pch=1]javascript:alert(1)[/pch]',
  '&lt;img src=x onerror=alert(1)&gt; &#x3c;script&#x3e; ‮gnp.exe',
  '[b]'.repeat(1_000),
];

describeInBrowser('what is hostile', (open) => {
  let world: World;
  let bot: number;
  let lineBot: number;
  let line: Awaited<ReturnType<typeof lineWithBot>>['line'];

  /** What the portal takes of it is shown; what it refuses is nowhere. */
  const put = async (method: string, params: Record<string, unknown>): Promise<boolean> => {
    const { status } = await world.alice.call(method, params);
    expect(status, method).toBeLessThan(500);
    return status === 200;
  };

  beforeAll(async () => {
    world = await createWorld();
    const { alice, groupChatId } = world;
    const DIALOG_ID = `chat${groupChatId}`;
    const handler = await world.handler();
    handler.answer = () => ({ status: 500, body: BREAK, headers: { 'x-error': 'javascript:alert(1)' } });
    bot = await world.bot({ handler, code: 'evil', more: { PROPERTIES: { NAME: MARK, WORK_POSITION: BREAK } } });
    await alice.ok('im.chat.user.add', { CHAT_ID: groupChatId, USERS: [bot] });
    await put('im.chat.updateTitle', { CHAT_ID: groupChatId, TITLE: `Team ${MARK}` });
    await put('im.chat.add', { TITLE: BREAK, DESCRIPTION: `${BREAK} [url=javascript:alert(1)]d[/url]`, USERS: [2] });
    await put('im.chat.updateColor', { CHAT_ID: groupChatId, COLOR: 'red;background:url(//evil.example)' });
    const command = { BOT_ID: bot, COMMAND: 'evil', EVENT_COMMAND_ADD: handler.url, CLIENT_ID };
    await put('imbot.command.register', {
      ...command,
      LANG: [{ LANGUAGE_ID: 'en', TITLE: MARK, PARAMS: BREAK }],
    });
    for (const MESSAGE of TEXTS) {
      await put('im.message.add', { DIALOG_ID: String(bot), MESSAGE });
      await put('im.message.add', { DIALOG_ID, MESSAGE });
      await put('im.notify', { USER_ID: 1, MESSAGE });
    }
    const BUTTONS = [
      ...['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', '//evil.example', 'JAVASCRIPT:x'].map(
        (LINK, n) => ({
          TEXT: `${MARK} ${n}`,
          LINK,
          BG_COLOR: 'red;background:url(//evil.example)',
          TEXT_COLOR: BREAK,
        }),
      ),
      { TEXT: BREAK, COMMAND: 'evil', COMMAND_PARAMS: BREAK },
      { TEXT: 'Say', ACTION: 'SEND', ACTION_VALUE: BREAK },
      { TEXT: 'Call', ACTION: 'CALL', ACTION_VALUE: 'javascript:alert(1)' },
      { TEXT: 'Go', ACTION: 'DIALOG', ACTION_VALUE: '../../logout' },
    ];
    const BLOCKS = [
      { MESSAGE: `${BREAK} [url=javascript:alert(1)]a[/url]` },
      { LINK: { NAME: MARK, DESC: BREAK, LINK: 'javascript:alert(1)', PREVIEW: EVIL } },
      { LINK: { NAME: MARK, LINK: 'https://evil.example', PREVIEW: 'data:image/svg+xml,<svg onload=alert(1)>' } },
      { USER: { NAME: MARK, AVATAR: 'javascript:alert(1)', LINK: 'javascript:alert(1)' } },
      { IMAGE: [{ LINK: 'javascript:alert(1)', NAME: BREAK, PREVIEW: 'data:text/html,x' }] },
      { FILE: [{ LINK: 'javascript:alert(1)', NAME: BREAK, SIZE: 1 }] },
      {
        GRID: [{ NAME: MARK, VALUE: BREAK, DISPLAY: 'ROW', COLOR: 'red;x:url(//evil.example)', LINK: 'javascript:x' }],
      },
      { DELIMITER: { SIZE: 999_999, COLOR: '#fff;background:url(//evil.example)' } },
    ];
    const say = { DIALOG_ID, BOT_ID: bot, CLIENT_ID };
    let taken = 0;
    for (const button of BUTTONS)
      if (await put('imbot.message.add', { ...say, MESSAGE: MARK, KEYBOARD: { BUTTONS: [button] } })) taken += 1;
    for (const block of BLOCKS)
      if (await put('imbot.message.add', { ...say, MESSAGE: MARK, ATTACH: { COLOR: BREAK, BLOCKS: [block] } }))
        taken += 1;
    for (const item of BUTTONS)
      if (await put('imbot.message.add', { ...say, MESSAGE: MARK, MENU: { ITEMS: [item] } })) taken += 1;
    // Else all of it were refused, and nothing tried.
    expect(taken).toBeGreaterThan(10);
    await sendToGroup(world, { file: { name: `<img src=x onerror=alert(1)>.html`, content: 'PHNjcmlwdD4=' } });
    await sendToGroup(world, { file: { name: 'a"onerror="alert(1).svg', content: 'PHN2Zy8+' } });
    await alice.call('im.message.add', { DIALOG_ID: 'chat999', MESSAGE: BREAK });
    await put('user.add', { EMAIL: 'mallory@example.com', NAME: MARK, LAST_NAME: BREAK, UF_DEPARTMENT: [1] });
    await put('department.add', { NAME: MARK, PARENT: 1 });
    ({ line, bot: lineBot } = await lineWithBot(world));
    await world.settled();
  });
  afterAll(() => world.close());

  /** Opens a page, and tells what there is on it that should not be. */
  async function wrongOn(page: Page, path: string, look = () => page.waitForLoadState('networkidle')) {
    const wrong: string[] = [];
    const own = new URL(world.app.pagesUrl + path);
    page.on('dialog', async (dialog) => {
      wrong.push(`a dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      const hosts = [own.host, new URL(world.app.pagesUrl).host, new URL(world.app.url).host];
      if (protocol.startsWith('http') && !hosts.includes(host)) wrong.push(`asked ${request.url()}`);
    });
    page.on('popup', (popup) => wrong.push(`opened ${popup.url()}`));
    await page.goto(own.href);
    await look();
    if (new URL(page.url()).host !== own.host) wrong.push(`led to ${page.url()}`);
    wrong.push(
      ...(await page.locator('*').evaluateAll((elements, host) => {
        const found: string[] = [];
        for (const element of elements) {
          for (const { name, value } of element.attributes) {
            if (name.startsWith('on')) found.push(`${element.tagName} ${name}=${value}`);
            const isAddress = ['src', 'href', 'action', 'formaction', 'xlink:href', 'srcdoc', 'data'].includes(name);
            if (isAddress && /^\s*(javascript|data|vbscript):/i.test(value))
              found.push(`${element.tagName} ${name}=${value}`);
            if (name === 'style' && /url\(/i.test(value)) found.push(`${element.tagName} style=${value}`);
            if (name === 'src' && new URL(value, `http://${host}`).host !== host)
              found.push(`${element.tagName} src=${value}`);
          }
          if (element.tagName === 'SCRIPT' && /alert/.test(element.textContent ?? '')) found.push('a script');
        }
        return found;
      }, own.host)),
    );
    return wrong;
  }

  const PAGES = [
    '/',
    '/bots',
    '/apps',
    '/webhooks',
    '/people',
    '/departments',
    '/data',
    '/api',
    '/settings',
    '/notifications',
    '/chat/javascript:alert(1)',
    '/deliveries/%3Cscript%3E',
    '/nothing/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
    '/?m=javascript:alert(1)#"><script>alert(1)</script>',
  ];

  it.each(PAGES)('does nothing on %s', async (path) => {
    const page = await openSignedIn(world, open, world.alice.id);
    expect(await wrongOn(page, path)).toEqual([]);
    await page.context().close();
  });

  // These go on loading: they are told of everything that happens.
  it.each([
    ['/deliveries', MARK],
    ['/calls', 'im.message.add'],
  ])('is text on %s', async (path, shown) => {
    // What the other pages asked for stands in front of what was asked for before them.
    await world.alice.call('im.message.add', { DIALOG_ID: 'chat999', MESSAGE: MARK });
    const page = await openSignedIn(world, open, world.alice.id);
    expect(await wrongOn(page, path, () => page.getByText(shown).filter({ visible: true }).first().waitFor())).toEqual(
      [],
    );
    await page.context().close();
  });

  it('is text in a conversation, in its details, and where the trace tells of it', async () => {
    const page = await openSignedIn(world, open, world.alice.id);
    const wrong = await wrongOn(page, `/chat/chat${world.groupChatId}`, async () => {
      await page.locator('[role=log]').getByText(MARK).first().waitFor();
      for (let n = 0; n < 12; n += 1) {
        await page.locator('[role=log]').hover();
        await page.mouse.wheel(0, -800);
      }
      await page.getByRole('button', { name: 'Trace', exact: true }).click();
      await page.getByRole('complementary', { name: 'Trace' }).waitFor();
      await page.getByRole('textbox', { name: 'Message' }).fill('/');
    });
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('is text in a conversation with the bot, whatever it is called', async () => {
    const page = await openSignedIn(world, open, world.alice.id);
    const wrong = await wrongOn(page, `/chat/${bot}`, () => page.getByText(MARK).first().waitFor());
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('is text to a visitor of a live chat', async () => {
    const { page, context } = await open();
    const wrong = await wrongOn(page, `/livechat/${line.code}`, async () => {
      await page.getByLabel('Your message').fill(BREAK);
      await page.getByLabel('Your message').press('Enter');
      // What the portal does not have yet is shown, too.
      await page.locator('li:not(.unsent)').filter({ hasText: BREAK }).waitFor();
      await world.settled();
      const DIALOG_ID = `chat${await chatOfVisitor(world)}`;
      for (const MESSAGE of [...TEXTS, 'the last of it'])
        expect(await put('imbot.message.add', { DIALOG_ID, BOT_ID: lineBot, MESSAGE, CLIENT_ID }), MESSAGE).toBe(true);
      await page.getByText('the last of it').waitFor();
    });
    expect(wrong).toEqual([]);
    await context.close();
  });
});
