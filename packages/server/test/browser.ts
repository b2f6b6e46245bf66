import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { freshPages } from '../bin/fresh-pages.mjs';

const CHROMIUM = '/usr/bin/chromium';

/** A browser of somebody's own: what one keeps (cookies), no other has. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Opens a window of its own for one test; it is closed with the browser. */
export type OpenWindow = (options?: Parameters<Browser['newContext']>[0]) => Promise<Window>;

/**
 * Tests that look through a real browser: Debian's Chromium, and skipped where that is not installed.
 * What a page's policy forbids fails the test that met it.
 */
export function describeInBrowser(subject: string, tests: (open: OpenWindow) => void): void {
  const isHere = existsSync(CHROMIUM);
  describe.skipIf(!isHere)(isHere ? subject : `${subject} (skipped: there is no ${CHROMIUM})`, () => {
    let browser: Browser;
    const complaints: string[] = [];
    beforeAll(async () => {
      await freshPages();
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      });
    });
    afterAll(async () => {
      await browser.close();
      expect(complaints).toEqual([]);
    });
    tests(async (options) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('console', (message) => {
        // A page that lets nobody frame it is asked to complain of those who try.
        if (/content security policy(?!.*frame-ancestors)/is.test(message.text()))
          complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      return { page, context };
    });
  });
}

/** What axe finds wrong with the page for people who cannot see it, use a mouse or tell its colours apart. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Through the debugger and not as part of the page, whose policy lets no script in.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
