/*
 * Texts with BB codes as HTML, for clients that ask for it.
 */

/** A code, a line break, or what is neither. */
const PIECE = /\[(\/)?(b|i|u|s|url|user|chat)(?:=([^\][\r\n]*))?\]|\n|[^[\n]+|\[/gi;
const LINK = /^(?:https?:\/\/[^\s/\\?#"<>[\]]|\/(?![/\\]))[^\s"<>[\]]{0,2000}$/i;
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A code that waits for its end. */
interface Begun {
  readonly name: string;
  readonly value: string | undefined;
  /** Its place among the pieces. */
  readonly at: number;
  /** Where in the text that begins which it is about. */
  readonly from: number;
}

/**
 * Bold, italic, underlined and struck out text, links and line breaks; of people and chats that are named the name stays.
 * Every other code stays as it is written, and so does one without its beginning or its end.
 */
export function toHtml(text: string): string {
  const pieces: string[] = [];
  const begun: Begun[] = [];
  const waiting = new Map<string, number>();
  for (const { 0: piece, 1: slash, 2: code, 3: value, index } of text.matchAll(PIECE)) {
    const name = code?.toLowerCase() ?? '';
    const at = pieces.push(piece === '\n' ? '<br />' : escaped(piece)) - 1;
    if (name === '') continue;
    if (slash === undefined) {
      begun.push({ name, value, at, from: index + piece.length });
      waiting.set(name, (waiting.get(name) ?? 0) + 1);
      continue;
    }
    // Those that begin within it and do not end there stay as they are written.
    for (
      let last = waiting.get(name) ? begun.pop() : undefined;
      last;
      last = last.name === name ? undefined : begun.pop()
    ) {
      waiting.set(last.name, (waiting.get(last.name) ?? 0) - 1);
      const tags = last.name === name ? tagsOf(last, text, index) : undefined;
      if (tags) [pieces[last.at], pieces[at]] = tags;
    }
  }
  return pieces.join('');
}

/** What stands in the place of a code and of its end, which is at `end` of the text; undefined: they stay. */
function tagsOf({ name, value, from }: Begun, text: string, end: number): readonly [string, string] | undefined {
  if (name === 'user' || name === 'chat') return ['', ''];
  if (name !== 'url') return [`<${name}>`, `</${name}>`];
  const link = value ?? text.slice(from, end);
  return LINK.test(link) ? [`<a href="${escaped(link)}" target="_blank">`, '</a>'] : undefined;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character);
}
