import { type ColorToken, colorToken, type HexColor, hexColor } from '../color.ts';
import { type Demand, mapped, REFUSED, shape } from '../document.ts';
import { link } from '../link.ts';
import { integer, oneOf, textOrEmpty } from '../scalar.ts';
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
const earlier = oneOf('COLUMN', 'CARD');

/** BLOCK where it is left out or unknown; earlier documentation has COLUMN and CARD, and bots still do (V65). */
const display = (raw: unknown): GridDisplay => {
  const old = earlier(raw);
  const known = displays(raw);
  return old === 'COLUMN' ? 'ROW' : old === 'CARD' ? 'LINE' : known === REFUSED ? 'BLOCK' : (known ?? 'BLOCK');
};

const readItem: Demand<GridItem> = mapped(
  shape<GridItem>({
    DISPLAY: display,
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
  (item, notes) =>
    item.NAME || item.VALUE || item.DISPLAY === 'LINE' ? item : notes.refuse('has neither NAME nor VALUE'),
);

export const readGridBlock = oneOrMore(readItem);
