import { type Demand, isObject, REFUSED, required } from '../document.ts';
import { text } from '../scalar.ts';
import { type DelimiterBlock, readDelimiterBlock } from './delimiter-block.ts';
import { type FileItem, readFileBlock } from './file-block.ts';
import { type GridItem, readGridBlock } from './grid-block.ts';
import { type ImageItem, readImageBlock } from './image-block.ts';
import { type LinkBlock, readLinkBlock } from './link-block.ts';
import { readUserBlock, type UserBlock } from './user-block.ts';

/** The kinds of blocks, and what stands under the key that names the kind. */
interface Contents {
  readonly USER: UserBlock;
  readonly LINK: LinkBlock;
  /** Text with BB codes. */
  readonly MESSAGE: string;
  readonly DELIMITER: DelimiterBlock;
  readonly GRID: readonly GridItem[];
  readonly IMAGE: readonly ImageItem[];
  readonly FILE: readonly FileItem[];
}

/** An object with one key, which names its kind. */
export type AttachBlock = { [K in keyof Contents]: Pick<Contents, K> }[keyof Contents];

const readers: { readonly [K in keyof Contents]: Demand<Contents[K]> } = {
  USER: readUserBlock,
  LINK: readLinkBlock,
  MESSAGE: required(text),
  DELIMITER: readDelimiterBlock,
  GRID: readGridBlock,
  IMAGE: readImageBlock,
  FILE: readFileBlock,
};
const kinds = Object.keys(readers) as (keyof Contents)[];

export const readBlock: Demand<AttachBlock> = (raw) => {
  if (!isObject(raw)) return REFUSED;
  const [kind, another] = kinds.filter((one) => Object.hasOwn(raw, one));
  if (kind === undefined || another !== undefined) return REFUSED;
  const content = readers[kind](raw[kind]);
  return content === REFUSED ? REFUSED : ({ [kind]: content } as unknown as AttachBlock);
};
