import { type ColorToken, colorToken, type HexColor, hexColor } from '../color.ts';
import { type Reader, required, shape } from '../document.ts';
import { link } from '../link.ts';
import { integer, oneOf, text, textOrEmpty } from '../scalar.ts';
import { oneOrMore } from './one-or-more.ts';

/** A name and its value. */
export interface GridItem {
  readonly DISPLAY: GridDisplay;
  /** Left out in a ROW, the other one takes the whole width; an empty one keeps its place. */
  readonly NAME?: string;
  /** Text with BB codes. */
  readonly VALUE?: string;
  /** Pixels. */
  readonly WIDTH?: number;
  readonly HEIGHT?: number;
  readonly COLOR_TOKEN?: ColorToken;
  readonly COLOR?: HexColor;
  /** Where a click on the value leads; USER_ID and CHAT_ID lead within the messenger. */
  readonly LINK?: string;
  readonly USER_ID?: number;
  readonly CHAT_ID?: number;
}

/** One below the other, side by side, in two columns, in a dense table. */
type GridDisplay = 'BLOCK' | 'LINE' | 'ROW' | 'TABLE';

const displays = oneOf('BLOCK', 'LINE', 'ROW', 'TABLE');
const earlier = oneOf('COLUMN');

/** Earlier documentation calls two columns COLUMN, and bots still do. */
const display: Reader<GridDisplay> = (raw) => displays(earlier(raw) === 'COLUMN' ? 'ROW' : text(raw));

export const readGridBlock = oneOrMore(
  shape<GridItem>({
    DISPLAY: required(display),
    NAME: textOrEmpty,
    VALUE: textOrEmpty,
    WIDTH: integer(),
    HEIGHT: integer(),
    COLOR_TOKEN: colorToken,
    COLOR: hexColor,
    LINK: link,
    USER_ID: integer(),
    CHAT_ID: integer(),
  }),
);
