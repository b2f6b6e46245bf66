import type { FrameLocator, Page } from 'playwright-core';

/** The application that a page of ours shows: in a frame of a page that stands in a frame of ours. */
export function applicationOn(page: Page): FrameLocator {
  return page.frameLocator('iframe').frameLocator('iframe');
}
