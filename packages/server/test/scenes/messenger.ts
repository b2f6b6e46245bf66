import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { OpenWindow } from '../browser.ts';
import type { World } from '../world.ts';
import { field, linesOf } from './conversation.ts';
import { browserOf } from './sign-in.ts';

type WindowOptions = Parameters<OpenWindow>[0];

/** The messenger in a window of its own, as that person sees it. */
export async function openMessenger(
  world: World,
  open: OpenWindow,
  userId: number,
  { path = '/', ...options }: { readonly path?: string } & WindowOptions = {},
): Promise<Page> {
  const page = await openSignedIn(world, open, userId, options);
  await page.goto(world.app.pagesUrl + path);
  return page;
}

/** A window in which that person is signed in, and that shows nothing yet. */
export async function openSignedIn(
  world: World,
  open: OpenWindow,
  userId: number,
  options?: WindowOptions,
): Promise<Page> {
  const { page, context } = await open(options);
  const { cookie } = await browserOf(world, userId);
  await context.addCookies([
    { name: 'botyard_session', value: cookie.slice('botyard_session='.length), url: world.app.pagesUrl },
  ]);
  return page;
}

/** The rows of the list of chats, as somebody reads them. */
export function rowsOf(page: Page): Promise<string[]> {
  return page
    .locator('[data-chat]')
    .evaluateAll((rows) => rows.map((row) => row.innerText.replace(/\s+/g, ' ').trim()));
}

/**
 * What the events have made of the list, and of the conversation that is open, is what both are when they are loaded anew.
 * They are compared until they agree: what was read may still be on its way to be told.
 */
export async function expectEventsToExplain(page: Page): Promise<void> {
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  await fresh.locator('[data-chat], .chats .empty').first().waitFor();
  if ((await linesOf(page)).length > 0) await fresh.locator('[role=log] [data-message]').first().waitFor();
  await vi.waitFor(async () => expect(await shownOn(page)).toEqual(await shownOn(fresh)), { timeout: 10_000 });
  await fresh.close();
}

async function shownOn(page: Page) {
  const lines = await linesOf(page);
  const main = page.getByRole('main');
  const textsOf = async (part: Locator) => (await part.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  return {
    rows: await rowsOf(page),
    lines,
    // A conversation that is closed to somebody is known by name to who saw it before.
    head: lines.length > 0 ? await textsOf(main.locator('header')) : [],
    bar: await textsOf(main.getByRole('region')),
    field: await field(page).count(),
    closed: await textsOf(main.locator('.closed')),
  };
}
