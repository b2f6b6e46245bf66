import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openSqliteFile } from '../../packages/server/src/storage/sqlite-driver.ts';
import { ALICE, BOB, type Build, type Portal, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { median } from '../statistics.ts';
import { linkOf } from './pages.ts';

/*
 * The messenger in a real browser, as people feel it: each time ends when what was waited for has been painted.
 */

const CHROMIUM = '/usr/bin/chromium';
/** Chats beside the long one; each is opened once. */
const OTHERS = 10;
const LINES_OF_OTHERS = 200;
/** Written while two people look. */
const MESSAGES = 20;
const TYPED = 'What is typed here is as long as a sentence that somebody writes in a hurry.';
const WHEELS = 60;

/** Runs in the page before its scripts: notes when something is there, on the clock that all processes share, and tasks over 50 ms. */
const WATCHER = `
  const now = () => performance.timeOrigin + performance.now();
  globalThis.clickedAt = 0;
  globalThis.longTasks = [];
  new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
  globalThis.shownAt = (selector, text) => new Promise((resolve) => {
    const look = () => {
      const isThere = [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(text));
      if (!isThere) return false;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(now())));
      return true;
    };
    const observer = new MutationObserver(look);
    if (!look()) observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
  globalThis.field = shownAt('form textarea', '');`;

export async function onScreen(build: Build, data: string, lines: number): Promise<Found> {
  await (await startPortal(build, { data })).stop();
  const chats = writeChats(data, lines);
  const portal = await startPortal(build, { data });
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const windowOf = async (userId: number): Promise<Page> => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(await linkOf(portal, String(userId)));
      await page.addInitScript(WATCHER);
      return page;
    };
    const alice = await windowOf(ALICE);
    const usable: number[] = [];
    // The first time fills the cache of the browser, as on any day but the first.
    for (let time = 0; time < 4; time += 1) usable.push(await navigate(alice, chats.long, `Line ${lines}.`));
    const otherChat = await openOthers(alice, chats.others);
    await navigate(alice, chats.long, `Line ${lines}.`);
    const longTasks = await typeAndScroll(alice);
    const bob = await windowOf(BOB);
    for (const page of [alice, bob]) await navigate(page, chats.long, `Line ${lines}.`);
    const screens = await writeToScreens(portal, chats.long, [alice, bob]);
    const figures = { usable: median(usable.slice(1)), otherChat, longTasks, screens };
    return { figures };
  } finally {
    await browser.close();
    await portal.stop();
  }
}

interface Chats {
  readonly long: number;
  readonly others: readonly number[];
}

/** The long one and the others, of Alice and Bob, who have read them all. */
function writeChats(data: string, lines: number): Chats {
  const database = openSqliteFile(join(data, 'botyard.db'));
  const upTo = (count: number) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  database.exec(`
    begin;
    insert into chat (portal_id, type, owner_id, title, created_at)
      ${upTo(OTHERS + 1)} select 1, 'group', 1, 'Chat ' || i, 0 from n;
    insert into message (chat_id, seq, author_id, text, created_at)
      ${upTo(lines)} select (select id from chat where title = 'Chat 1'), i, 1 + i % 2, 'Line ' || i || '.', i * 1000 from n;
    insert into message (chat_id, seq, author_id, text, created_at)
      ${upTo(LINES_OF_OTHERS)} select chat.id, n.i, 1 + n.i % 2, chat.title || ', line ' || n.i || '.', n.i * 1000
      from n join chat on chat.title like 'Chat %' and chat.title <> 'Chat 1';
    insert into member (chat_id, user_id, role, joined_at, last_read_id)
      select chat.id, one.id, 'member', 0, (select max(id) from message) from chat, "user" one
      where chat.title like 'Chat %' and one.id in (${ALICE}, ${BOB});
    commit;
    pragma wal_checkpoint(truncate);`);
  const rows = database.prepare("select id from chat where title like 'Chat %' order by id").all() as { id: number }[];
  database.close();
  const [long = 0, ...others] = rows.map(({ id }) => id);
  return { long, others };
}

/** Milliseconds from the navigation until the newest line and the field are there. */
async function navigate(page: Page, chatId: number, line: string): Promise<number> {
  await page.goto(`${new URL(page.url()).origin}/chat/chat${chatId}`, { waitUntil: 'commit' });
  const ready = "Promise.all([field, shownAt('[role=log] [data-message]', LINE)])".replace(
    'LINE',
    JSON.stringify(line),
  );
  return page.evaluate(`${ready}.then((times) => Math.max(...times) - performance.timeOrigin)`);
}

/** Milliseconds from a click in the list until the newest line of a chat is there that was not opened before. */
async function openOthers(page: Page, chatIds: readonly number[]): Promise<number> {
  await page.evaluate(
    "addEventListener('pointerdown', () => { clickedAt = performance.timeOrigin + performance.now(); }, true)",
  );
  const times: number[] = [];
  for (const [number, chatId] of chatIds.entries()) {
    const line = JSON.stringify(`Chat ${number + 2}, line ${LINES_OF_OTHERS}.`);
    await page.evaluate(`{ globalThis.opened = shownAt('[role=log] [data-message]', ${line}); undefined; }`);
    await page.locator(`[data-chat="${chatId}"]`).click();
    times.push(await page.evaluate('opened.then((at) => at - clickedAt)'));
  }
  return median(times);
}

/** How many tasks over 50 ms there were while somebody typed, and scrolled through what is older. */
async function typeAndScroll(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('{ longTasks.length = 0; }');
  await page.locator('form textarea').pressSequentially(TYPED, { delay: 20 });
  await page.getByRole('log').hover();
  for (let wheel = 0; wheel < WHEELS; wheel += 1) await page.mouse.wheel(0, -400);
  await page.waitForLoadState('networkidle');
  return page.evaluate('longTasks.length');
}

/** Milliseconds from the call until a message is on the last of the screens. */
async function writeToScreens(portal: Portal, chatId: number, pages: readonly Page[]): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < MESSAGES; number += 1) {
    const text = `News ${number}.`;
    const line = JSON.stringify(text);
    for (const page of pages)
      await page.evaluate(`{ globalThis.arrived = shownAt('[role=log] [data-message]', ${line}); undefined; }`);
    const began = performance.timeOrigin + performance.now();
    await portal.call(BOB, 'im.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE: text });
    const shown: number[] = await Promise.all(pages.map((page) => page.evaluate<number>('arrived')));
    times.push(Math.max(...shown) - began);
  }
  return median(times);
}
