import { ALICE, BOB, type Build, command, type Place, type Portal, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import type { PagesPlan } from '../open-pages.ts';
import { memoryOf, startPages } from '../processes.ts';

const MESSAGES = 200;

/** Time of a message to pages of two members of its chat. */
export async function toPages(build: Build, place: Place, pages: number): Promise<Found> {
  const portal = await startPortal(build, place);
  const chatId = await portal.call(ALICE, 'im.chat.add', { TITLE: 'Pages', USERS: [BOB] });
  const address = portal.addressOf(ALICE, 'im.message.add').href;
  const body = JSON.stringify({ DIALOG_ID: `chat${chatId}`, MESSAGE: 'x'.repeat(256) });
  const cookies = await inTurn([ALICE, BOB], (id) => cookieOf(portal, String(id)));
  const plan = { origin: portal.url, cookies, pagesOfEach: pages / 2, messages: { address, body, count: MESSAGES } };
  const { report, stop } = await opened(plan);
  await stop();
  await portal.stop();
  return { figures: { p50: report.p50, p99: report.p99 } };
}

/** Pages that one person may have open. */
const OF_ONE = 100;

/** Resident memory of a portal with so many pages open and nothing that happens. */
export async function idlePages(build: Build, place: Place, pages: number): Promise<Found> {
  const portal = await startPortal(build, place);
  const names = Array.from({ length: pages / OF_ONE }, (_, number) => `Reader ${number}`);
  const cookies = await inTurn(names, async (name) => {
    await command(portal, ['user', 'add', '--name', name]);
    return cookieOf(portal, name);
  });
  const { stop } = await opened({ origin: portal.url, cookies, pagesOfEach: OF_ONE });
  const bytes = memoryOf(portal.pid);
  await stop();
  await portal.stop();
  return { figures: { idleMemory: bytes / 1e6 } };
}

async function opened(plan: PagesPlan) {
  const part = await startPages();
  const report = await part.ask(plan);
  const wanted = plan.cookies.length * plan.pagesOfEach;
  if (report.open !== wanted) throw new Error(`${report.open} pages were opened instead of ${wanted}`);
  return { report, stop: part.stop };
}

/** Signs somebody in as their browser would be: a link of the command line, followed once. */
async function cookieOf(portal: Portal, name: string): Promise<string> {
  const { pathname } = new URL(await linkOf(portal, name));
  const response = await fetch(portal.url + pathname, { redirect: 'manual' });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Where a browser is signed in as somebody, once. */
export async function linkOf(portal: Portal, name: string): Promise<string> {
  const printed = await command(portal, ['login', '--as', name]);
  const [link] = /https?:\S+\/sign-in\/\w+/.exec(printed) ?? [];
  if (link === undefined) throw new Error(`login printed no link: ${printed}`);
  return link;
}

async function inTurn<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}
