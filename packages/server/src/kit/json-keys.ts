/**
 * The keys of the object that begins at a place of a JSON text, in their order there, and where the value of each begins.
 *
 * @param text well-formed
 */
export function keysInJson(text: string, from: number): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  let depth = 0;
  let key = '';
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = endOfText(text, at);
      // The last text before a colon.
      if (depth === 1) key = text.slice(at, end + 1);
      at = end;
    } else if (char === ':' && depth === 1) keys.set(JSON.parse(key), beginOfValue(text, at + 1));
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  return keys;
}

/** Where its quotation mark is that ends it. */
function endOfText(text: string, begin: number): number {
  for (let end = begin; ; ) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
}

function beginOfValue(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
