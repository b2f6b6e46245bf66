import type { ScalarReader } from './document.ts';
import { oneOf, text } from './scalar.ts';

/** #RGB or #RRGGBB. */
export type HexColor = `#${string}`;

export type ColorToken = 'primary' | 'secondary' | 'alert' | 'base';

/**
 * A colour is decoration: no page has an error for a wrong one, and the delimiter's replaces wrong values by defaults.
 * So it is dropped, and nothing but a colour reaches a style sheet.
 */
export const hexColor: ScalarReader<HexColor> = (raw) => {
  const color = text(raw);
  return typeof color === 'string' && isHexColor(color) ? color : undefined;
};

export const colorToken: ScalarReader<ColorToken> = oneOf('primary', 'secondary', 'alert', 'base');

function isHexColor(color: string): color is HexColor {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color);
}
