import { firstOf, mapped, required, shape } from '../document.ts';
import { link } from '../link.ts';
import { integer, text } from '../scalar.ts';

export interface LinkBlock {
  readonly LINK: string;
  /** Shown instead of the address. */
  readonly NAME?: string;
  readonly DESC?: string;
  /** As written by the bot: whoever shows it makes it harmless first. Takes the place of DESC. */
  readonly HTML?: string;
  /** Address of a picture, WIDTH x HEIGHT pixels. */
  readonly PREVIEW?: string;
  readonly WIDTH?: number;
  readonly HEIGHT?: number;
  readonly USER_ID?: number;
  readonly CHAT_ID?: number;
  readonly NETWORK_ID?: string;
}

const readFields = shape<LinkBlock>({
  LINK: required(link),
  NAME: text,
  DESC: text,
  HTML: text,
  PREVIEW: link,
  WIDTH: integer(),
  HEIGHT: integer(),
  USER_ID: integer(),
  CHAT_ID: integer(),
  NETWORK_ID: text,
});

/** Beside its LINK it leads to one place, and with HTML there is no picture (V64). */
export const readLinkBlock = mapped(readFields, (block) => {
  const { PREVIEW, WIDTH, HEIGHT, ...plain } = block;
  return firstOf<LinkBlock, keyof LinkBlock>(block.HTML === undefined ? block : plain, [
    'NETWORK_ID',
    'USER_ID',
    'CHAT_ID',
  ]);
});
