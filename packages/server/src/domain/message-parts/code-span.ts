interface Span {
  readonly start: number;
  readonly end: number;
}

/** The matches of a global pattern that do not start inside [CODE]...[/CODE]: what stands there is shown, not obeyed. */
export function* outsideCode(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  const spans = codeSpans(text);
  let next = 0;
  for (const match of text.matchAll(pattern)) {
    while (spans[next] !== undefined && (spans[next]?.end ?? 0) <= match.index) next += 1;
    const span = spans[next];
    if (span === undefined || match.index < span.start) yield match;
  }
}

/** A tag that is never closed is text, and so is one inside code. */
function codeSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start: number | undefined;
  for (const { 0: tag, index } of text.matchAll(/\[\/?CODE\]/gi)) {
    if (!tag.startsWith('[/')) start ??= index;
    else if (start !== undefined) {
      spans.push({ start, end: index + tag.length });
      start = undefined;
    }
  }
  return spans;
}
