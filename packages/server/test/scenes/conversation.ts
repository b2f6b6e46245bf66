import type { Locator, Page } from 'playwright-core';

/** The messages that stand in the window, from above to below, as somebody reads and hears them. */
export function linesOf(page: Page): Promise<string[]> {
  return page.locator('[role=log] [data-message]').evaluateAll((rows) =>
    rows
      .map((row) => {
        const marks = [...row.querySelectorAll('[role=img]')].map((mark) => mark.getAttribute('aria-label'));
        const text = row.innerText.replace(/\s+/g, ' ').trim();
        return { top: row.getBoundingClientRect().top, text: `${row.dataset['message']}: ${text} ${marks.join(' ')}` };
      })
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text),
  );
}

/** The message that says so. */
export function message(page: Page, text: string | RegExp): Locator {
  return page.locator('[role=log] [data-message]').filter({ hasText: text });
}

export function field(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message' });
}

/** Writes into the field and sends it. */
export async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
}

export async function chooseFor(page: Page, text: string | RegExp, item: string): Promise<void> {
  await message(page, text).locator('.bubble, [class*=bubble]').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}
