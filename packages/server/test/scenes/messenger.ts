import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { OpenWindow } from '../browser.ts';
import type { World } from '../world.ts';
import { linesOf } from './conversation.ts';
import { browserOf } from './sign-in.ts';

/** The messenger in a window of its own, as that person sees it. */
export async function openMessenger(
  world: World,
  open: OpenWindow,
  userId: number,
  { path = '/', ...options }: { readonly path?: string } & Parameters<OpenWindow>[0] = {},
): Promise<Page> {
  const { page, context } = await open(options);
  const { cookie } = await browserOf(world, userId);
  await context.addCookies([
    { name: 'botyard_session', value: cookie.slice('botyard_session='.length), url: world.app.pagesUrl },
  ]);
  await page.goto(world.app.pagesUrl + path);
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
  await fresh.locator('[data-chat]').first().waitFor();
  if ((await linesOf(page)).length > 0) await fresh.locator('[role=log] [data-message]').first().waitFor();
  const shownIn = async (one: Page) => ({ rows: await rowsOf(one), lines: await linesOf(one) });
  await vi.waitFor(async () => expect(await shownIn(page)).toEqual(await shownIn(fresh)), { timeout: 10_000 });
  await fresh.close();
}
