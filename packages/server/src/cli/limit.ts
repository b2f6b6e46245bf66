import { InvalidArgumentError } from 'commander';

/** How many are listed at most. */
export function limit(text: string): number {
  if (/^[1-9]\d{0,2}$|^1000$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Say how many, from 1 to 1000.');
}
