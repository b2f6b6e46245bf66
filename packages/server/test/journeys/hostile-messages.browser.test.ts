import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { message } from '../scenes/conversation.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { CLIENT_ID, createWorld, type World } from '../world.ts';

/** What would be more than text in a page that puts it into its markup without care. */
const HOSTILE = `"'><img src=x onerror="window.taken=1"><script>window.taken=1</script>`;
const TEXTS = [
  HOSTILE,
  `[b]${HOSTILE}[/b] [code]${HOSTILE}[/code]`,
  '[url=javascript:window.taken=1]x[/url] [url]javascript:window.taken=1[/url]',
  '[url=data:text/html,<script>window.taken=1</script>]x[/url] [url=//evil.example]x[/url]',
  '[url=http://a.b/" onmouseover="window.taken=1]x[/url] http://a.b/"onmouseover="window.taken=1',
  '[color=#fff;background:url(//evil.example)]x[/color] [size=20;position:fixed]x[/size]',
  '[img size=large]javascript:window.taken=1 [/img] [img size=small]https://evil.example/x.png [/img]',
  `[icon=https://evil.example/x.png size=20 title=${HOSTILE}]`,
  `[send=${HOSTILE}]x[/send] [put=${HOSTILE}]x[/put] [call=javascript:1]x[/call]`,
  `[user=1" onclick="window.taken=1]x[/user] [chat=1/../../settings]x[/chat] [context=chat1/..]x[/context]`,
  `>>${HOSTILE}\n${'-'.repeat(54)}\n${HOSTILE} [1]\n${HOSTILE}\n${'-'.repeat(54)}`,
  '[b]'.repeat(3_000) + '[/i]'.repeat(1_000),
  '\u202e[b]\u0000\ufeff[/b]\u2066',
];

describeInBrowser('what others write', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('is text, and asks no other host for anything', async () => {
    const chat = await world.bob.ok('im.chat.add', { TITLE: HOSTILE, DESCRIPTION: HOSTILE, USERS: [world.alice.id] });
    const DIALOG_ID = `chat${chat}`;
    for (const MESSAGE of TEXTS) await world.bob.call('im.message.add', { DIALOG_ID, MESSAGE });
    const bot = await world.bot({ code: 'hostile', more: { PROPERTIES: { NAME: HOSTILE, WORK_POSITION: HOSTILE } } });
    const BUTTONS = [
      { TEXT: HOSTILE, LINK: 'https://evil.example/"onclick="1' },
      { TEXT: 'x', ACTION: 'DIALOG', ACTION_VALUE: '../../logout' },
      { TEXT: 'y', COMMAND: HOSTILE, BG_COLOR: '#ff0', TEXT_COLOR: '#0f0' },
    ];
    const ATTACH = [
      { MESSAGE: HOSTILE },
      { LINK: { NAME: HOSTILE, LINK: 'https://evil.example/', HTML: HOSTILE, PREVIEW: 'https://evil.example/p.png' } },
      { USER: { NAME: HOSTILE, AVATAR: 'https://evil.example/a.png' } },
      { IMAGE: [{ LINK: 'https://evil.example/i.png', NAME: HOSTILE }] },
      { FILE: [{ LINK: 'https://evil.example/f', NAME: HOSTILE }] },
      { GRID: [{ NAME: HOSTILE, VALUE: HOSTILE, DISPLAY: 'LINE' }] },
    ];
    const last = {
      DIALOG_ID: world.alice.id,
      MESSAGE: 'the last',
      KEYBOARD: { BUTTONS },
      ATTACH,
      MENU: [{ TEXT: HOSTILE, LINK: '/x' }],
    };
    await world.alice.ok('imbot.message.add', { BOT_ID: bot, CLIENT_ID, ...last });

    const alice = await openMessenger(world, open, world.alice.id, { path: `/chat/${DIALOG_ID}` });
    const asked: string[] = [];
    alice.on('request', (request) => {
      if (new URL(request.url()).hostname !== new URL(world.app.pagesUrl).hostname) asked.push(request.url());
    });
    await alice.locator('[data-message]').nth(5).waitFor();
    await alice.getByRole('log').hover();
    for (let step = 0; step < 12; step += 1) await alice.mouse.wheel(0, -400);
    expect(await alice.evaluate('"taken" in window')).toBe(false);
    await alice.goto(`${world.app.pagesUrl}/chat/${bot}`);
    await message(alice, 'the last').waitFor();
    await message(alice, 'the last').getByText('the last').click({ button: 'right' });
    await alice.getByRole('menuitem', { name: /onerror/ }).waitFor();
    expect(await alice.evaluate('"taken" in window')).toBe(false);
    expect(asked).toEqual([]);
    const hrefs = await alice.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => !/^(?:\/(?!\/)|https?:)/.test(href))).toEqual([]);
  });
});
