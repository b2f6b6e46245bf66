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

export const readBlock: Demand<AttachBlock> = (raw, notes) => {
  if (!isObject(raw)) return notes.refuse('is not an object');
  const [kind, another] = kinds.filter((one) => Object.hasOwn(raw, one));
  if (kind === undefined) return notes.refuse(`has none of the keys ${kinds.join(', ')}`);
  if (another !== undefined) return notes.refuse(`has two keys, ${kind} and ${another}`);
  const content = readers[kind](raw[kind], notes);
  return content === REFUSED ? REFUSED : ({ [kind]: content } as unknown as AttachBlock);
};
