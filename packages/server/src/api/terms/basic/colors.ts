import { COLORS, type Color } from '#domain/color.ts';

/** The palette as v1 spells it, RED to GRAPHITE, and what each colour looks like. */
const HEX: Readonly<Record<Color, string>> = {
  red: '#df532d',
  green: '#64a513',
  mint: '#4ba984',
  lightBlue: '#4ba5c3',
  darkBlue: '#3e99ce',
  purple: '#8474c8',
  aqua: '#1eb4aa',
  pink: '#f76187',
  lime: '#58cc47',
  brown: '#ab7761',
  azure: '#29619b',
  khaki: '#728f7a',
  sand: '#ba9c7b',
  marengo: '#556574',
  gray: '#909090',
  graphite: '#5e5f5e',
};

export function colorHex(color: Color): string {
  return HEX[color];
}

/** LIGHT_BLUE. */
export type ColorCode = Uppercase<'light_blue' | 'dark_blue' | Exclude<Color, 'lightBlue' | 'darkBlue'>>;

export function colorCode(color: Color): ColorCode {
  return color.replace(/[A-Z]/, '_$&').toUpperCase() as ColorCode;
}

/** The colour of that name in either spelling (V56), LIGHT_BLUE or lightBlue, in any case; an unknown one is none. */
export function parseColor(name: string): Color | '' {
  const wanted = name.trim().replaceAll('_', '').toLowerCase();
  return COLORS.find((color) => color.toLowerCase() === wanted) ?? '';
}

/** The colour of that v1 code, in any case; an unknown one is none. */
export function parseColorCode(code: string): Color | '' {
  const wanted = code.trim().toUpperCase();
  return COLORS.find((color) => colorCode(color) === wanted) ?? '';
}
