import type { Page } from 'playwright-core';

/** Holds the calls of a method that a page makes from now on, until what it gives is called. */
export async function holdCalls(page: Page, method: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/rest/${method}`, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
