/** Characters, white space around it included. */
const LONGEST = 100;

/**
 * A whole number from its text, also as languages with one kind of number write it: `12.0`, and PHP large ones as
 * `1.0E+15`. undefined for what is none, or is too large to be exact.
 */
export function wholeNumber(text: string): number | undefined {
  if (text.length > LONGEST || !/^\s*[+-]?\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,2})?\s*$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
