import { outsideCode } from './code-span.ts';

/** Characters of an address. */
const LONGEST = 2_048;

/** An address ends before what cannot stand in one, and before the codes of a text. */
const ADDRESS = /https?:\/\/[^\s<>"'`\\^{}|[\]\p{Cc}]+/giu;

/** The first web address of a text, whether it is shown or hidden behind other words; not what stands in code. */
export function firstLink(text: string): string | undefined {
  // Most texts have none.
  if (!text.includes('://')) return undefined;
  for (const { 0: found } of outsideCode(text, ADDRESS)) {
    const address = withoutEnd(found);
    if (address.length <= LONGEST && URL.canParse(address)) return address;
  }
  return undefined;
}

/** A full stop or a bracket behind an address ends the sentence that it stands in. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (end > 0 && /[.,;:!?*_~]/.test(address[end - 1] ?? '')) end -= 1;
  const cut = address.slice(0, end);
  return cut.endsWith(')') && !cut.includes('(') ? withoutEnd(cut.slice(0, -1)) : cut;
}
