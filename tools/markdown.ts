/*
 * What the checks of documents need to know of Markdown as code hosts show it.
 */

/** Line breaks stay, so that lines keep their numbers. */
export function withoutCode(text: string): string {
  return text
    .replace(/^( *)(```+|~~~+)[\s\S]*?^\1\2/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');
}

/** Where the links of a document lead: targets in brackets behind a text, and those of references. */
export function linksIn(text: string): { readonly target: string; readonly line: number }[] {
  const prose = withoutCode(text);
  const found = prose.matchAll(/\]\(<?([^()\s>]+)>?(?: "[^"]*")?\)|^\[[^\]]+\]: (\S+)$/gm);
  return Array.from(found, ({ 1: inline, 2: reference, index }) => ({
    target: inline ?? reference ?? '',
    line: prose.slice(0, index).split('\n').length,
  }));
}

/** The anchors of a document: one for each heading, numbered where two are the same. */
export function anchorsIn(text: string): Set<string> {
  const anchors = new Set<string>();
  const blocks = text.replace(/^( *)(```+|~~~+)[\s\S]*?^\1\2/gm, '');
  for (const [, heading = ''] of blocks.matchAll(/^#{1,6} (.+?)(?: #+)?$/gm)) {
    const anchor = anchorOf(heading);
    let free = anchor;
    for (let count = 1; anchors.has(free); count += 1) free = `${anchor}-${count}`;
    anchors.add(free);
  }
  return anchors;
}

/** `## R12 Without BOT_ID, the first bot` is found at `#r12-without-bot_id-the-first-bot`. */
export function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
