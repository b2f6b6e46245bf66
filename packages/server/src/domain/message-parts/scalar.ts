import { wholeNumber } from '#kit/whole-number.ts';
import type { ScalarReader } from './document.ts';

/** Text that says something; numbers are text, too, as bots write `TEXT: 7` for the keys of a calculator. */
export const text: ScalarReader<string> = (raw) => textOrEmpty(raw) || undefined;

/** Text for which an empty one is not the same as none: an empty cell of a grid. */
export function textOrEmpty(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return String(raw);
  if (typeof raw === 'boolean') return raw ? '1' : '';
  return undefined;
}

/** A whole number, also as digits, from `least` up. Ids and sizes start at 1, so that the 0 of an unset field is none. */
export function integer(least = 1): ScalarReader<number> {
  return (raw) => {
    const value = typeof raw === 'string' || typeof raw === 'number' ? wholeNumber(String(raw)) : undefined;
    return value !== undefined && value >= least ? value : undefined;
  };
}

export const flag: ScalarReader<'Y' | 'N'> = (raw) => {
  if (raw === true || raw === 1 || raw === 'Y' || raw === 'y' || raw === '1' || raw === 'true') return 'Y';
  if (raw === false || raw === 0 || raw === 'N' || raw === 'n' || raw === '0' || raw === 'false') return 'N';
  return undefined;
};

/** One of a few words, whatever its case; another word falls to the default, which is to leave it out (R10). */
export function oneOf<const W extends string>(...words: readonly W[]): ScalarReader<W> {
  return (raw) => {
    const word = textOrEmpty(raw)?.toLowerCase();
    return words.find((one) => one.toLowerCase() === word);
  };
}
