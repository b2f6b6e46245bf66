import { type HexColor, hexColor } from '../color.ts';
import { type Demand, isObject, shape } from '../document.ts';
import { integer } from '../scalar.ts';

/** A line between blocks. */
export interface DelimiterBlock {
  /** Pixels. */
  readonly SIZE: number;
  readonly COLOR?: HexColor;
}

const readSize = integer();

const readFields = shape<DelimiterBlock>({
  // Documented not as a default of the client but as the value that is used.
  SIZE: (raw) => readSize(raw) ?? 200,
  COLOR: hexColor,
});

/** Bots write `DELIMITER: true` where they want no more than a line (R31). */
export const readDelimiterBlock: Demand<DelimiterBlock> = (raw, notes) => readFields(isObject(raw) ? raw : {}, notes);
