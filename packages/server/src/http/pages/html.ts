/** Markup that may stand in a page as it is. Made by {@link html}; by hand only of what was written as markup. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** undefined and false leave nothing, which is how a part of a page is left out. */
type Part = Html | string | number | undefined | false | readonly Part[];

/**
 * A piece of a page. Whatever is put into it is text, unless it was made here as well, so that no name, title or
 * address can become markup. Attributes have to be quoted.
 *
 * ```ts
 * html`<p title="${name}">${isNew && html`<b>new</b>`} ${name}</p>`
 * ```
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + toMarkup(parts[index - 1]) + string));
}

function toMarkup(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(toMarkup).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
