import type { BbNode } from './bb-tree.ts';
import { parseInline, withLinks } from './parse-inline.ts';

const DASHES = /^-{6,}\s*$/;
/** Who wrote what is quoted, and when: `Bob Berger [16:02]`, with a mark of the place behind it or without. */
const QUOTED = /^([^[\]\r\n]{1,200}?)\s*\[([^[\]\r\n]{1,60})\](?: #\S{1,60})?$/;

/** A message as it was written, as a tree. Takes time in proportion to its length, whatever is in it. */
export function parseBb(text: string): BbNode[] {
  const lines = text.split('\n');
  const isCode = linesWithinCode(lines);
  const nodes: BbNode[] = [];
  let plain: string[] = [];
  const endPlain = () => {
    if (plain.length > 0) nodes.push(...withLinks(parseInline(plain.join('\n'))));
    plain = [];
  };
  const dashes = lines.flatMap((line, at) => (!isCode[at] && DASHES.test(line) ? [at] : []));
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isCode[at]) plain.push(line);
    else if (line.startsWith('>>')) {
      endPlain();
      const quoted: string[] = [];
      for (; at < lines.length && lines[at]?.startsWith('>>') && !isCode[at]; at += 1)
        quoted.push((lines[at] ?? '').slice(2).replace(/^ /, ''));
      at -= 1;
      nodes.push(quote('', '', quoted));
    } else if (dashes[0] === at && dashes[1] !== undefined) {
      const [, end] = dashes;
      endPlain();
      const [, title, time] = QUOTED.exec(lines[at + 1] ?? '') ?? [];
      nodes.push(quote(title ?? '', time ?? '', lines.slice(at + (title === undefined ? 1 : 2), end)));
      at = end;
      dashes.splice(0, 2);
    } else plain.push(line);
    while (dashes[0] !== undefined && dashes[0] <= at) dashes.shift();
  }
  endPlain();
  return nodes;
}

function quote(title: string, time: string, lines: readonly string[]): BbNode {
  return { kind: 'quote', title, time, children: withLinks(parseInline(lines.join('\n'))) };
}

/** Of each line whether it begins within [code]: what stands there is shown as it is written. */
function linesWithinCode(lines: readonly string[]): boolean[] {
  let last = -1;
  lines.forEach((line, at) => {
    if (/\[\/code\]/i.test(line)) last = at;
  });
  let isWithin = false;
  return lines.map((line, at) => {
    const before = isWithin;
    for (const [tag] of line.matchAll(/\[\/?code\]/gi)) isWithin = !tag.startsWith('[/');
    if (at >= last) isWithin = false;
    return before;
  });
}
