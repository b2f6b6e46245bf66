import type { Page } from 'playwright-core';
import { expect } from 'vitest';
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

/** What the events have made of the list, and of the conversation that is open, is what both are when they are loaded anew. */
export async function expectEventsToExplain(page: Page): Promise<void> {
  const shown = { rows: await rowsOf(page), lines: await linesOf(page) };
  await page.reload();
  await page.locator('[data-chat]').first().waitFor();
  if (shown.lines.length > 0) await page.locator('[role=log] [data-message]').first().waitFor();
  await expect.poll(async () => ({ rows: await rowsOf(page), lines: await linesOf(page) })).toEqual(shown);
}
