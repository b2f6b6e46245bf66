import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { freshPages } from '../bin/fresh-pages.mjs';
import { CHROMIUM, CHROMIUM_ARGS } from './chromium.ts';

/** A browser of somebody's own: what one keeps (cookies), no other has. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Opens a window of its own for one test; it is closed when the test ends. */
export type OpenWindow = (options?: Parameters<Browser['newContext']>[0]) => Promise<Window>;

/** One browser for all files of a worker: what tests have to themselves are the windows, which share nothing. */
// biome-ignore lint/correctness/noEmptyPattern: vitest reads there which other fixtures are wanted.
const inOneBrowser = test.extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
  await freshPages();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
  onCleanup(() => browser.close());
  return browser;
});

/**
 * Tests that look through a real browser: Debian's Chromium, and skipped where that is not installed.
 * What a page's policy forbids fails the test that met it.
 */
export function describeInBrowser(subject: string, tests: (open: OpenWindow) => void): void {
  const isHere = existsSync(CHROMIUM);
  describe.skipIf(!isHere)(isHere ? subject : `${subject} (skipped: there is no ${CHROMIUM})`, () => {
    let browser: Browser;
    const complaints: string[] = [];
    const opened: BrowserContext[] = [];
    const closeAll = () => Promise.all(opened.splice(0).map((context) => context.close()));
    inOneBrowser.beforeAll(({ browser: one }) => {
      browser = one;
    });
    tests(async (options) => {
      const context = await browser.newContext(options);
      opened.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        // A page that lets nobody frame it is asked to complain of those who try.
        if (/content security policy(?!.*frame-ancestors)/is.test(message.text()))
          complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      return { page, context };
    });
    // Registered last, so that no window looks on while its portal goes.
    afterEach(closeAll);
    afterAll(async () => {
      await closeAll();
      expect(complaints).toEqual([]);
    });
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page for people who cannot see it, use a mouse or tell its colours apart. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Through the debugger and not as part of the page, whose policy lets no script in.
  await page.evaluate(AXE);
  // It is in no frame of a page, and would wait there for one that answers.
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'], iframes: false }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
