import { type AttachBlock, readBlock } from './blocks/block.ts';
import { type ColorToken, colorToken, type HexColor, hexColor } from './color.ts';
import { has, list, REFUSED, type Reader, shape, toList } from './document.ts';
import { type PartLimit, type PartResult, parsePart } from './part.ts';
import { text } from './scalar.ts';

export type { AttachBlock } from './blocks/block.ts';

/** A card of blocks under the text of a message. */
export interface Attach {
  /** Default base. */
  readonly COLOR_TOKEN?: ColorToken;
  /** Default: one that the portal chooses. */
  readonly COLOR?: HexColor;
  /** Shown where blocks are not, as in a list of chats. */
  readonly DESCRIPTION?: string;
  readonly BLOCKS: readonly AttachBlock[];
}

const readAttach = shape<Attach>({
  COLOR_TOKEN: colorToken,
  COLOR: hexColor,
  DESCRIPTION: text,
  // One that promises blocks and has none is wrong; only a wholly empty ATTACH says that there is none.
  BLOCKS: list('block', readBlock),
});
const readSeveral = list('attachment', readAttach);

/** One object with BLOCKS, several of them in a list, or a list that is the blocks of one. */
const readAttaches: Reader<Attach[]> = (raw, notes) => {
  if (toList(raw)?.some((item) => has(item, 'BLOCKS'))) return readSeveral(raw, notes);
  const one = readAttach(has(raw, 'BLOCKS') ? raw : { BLOCKS: raw }, notes);
  return one === REFUSED ? REFUSED : [one];
};

/** What it is measured with: number and colours are the portal's own where the message has none (N25). */
function withHeads(attaches: readonly Attach[]): readonly object[] {
  return attaches.map((one, index) => ({ ID: index + 1, COLOR_TOKEN: 'base', COLOR: '#000000', ...one }));
}

/** null: there is none, or it is to be removed. */
export function parseAttach(raw: unknown, limit: PartLimit = {}): PartResult<Attach[] | null> {
  return parsePart('ATTACH', raw, limit, readAttaches, withHeads);
}
