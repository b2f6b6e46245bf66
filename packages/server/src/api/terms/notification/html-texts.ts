import type { Notification } from '#domain/notification/notification.ts';
import { toHtml } from './to-html.ts';

/** Characters that are converted in one turn, of which every third may be a code: a few milliseconds. */
const IN_TURN = 100_000;

/** Texts as HTML, as far as they are converted: a page of long ones takes several turns. */
export class HtmlTexts {
  readonly #byText = new Map<string, string>();

  /** Converts some more of them; answers whether there are others. */
  add(notifications: readonly Pick<Notification, 'text'>[]): boolean {
    let left = IN_TURN;
    for (const { text } of notifications) {
      if (this.#byText.has(text)) continue;
      if (left <= 0) return true;
      this.#byText.set(text, toHtml(text));
      left -= text.length;
    }
    return false;
  }

  of({ text }: Pick<Notification, 'text'>): string {
    return this.#byText.get(text) ?? toHtml(text);
  }
}
