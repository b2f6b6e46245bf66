import { InvalidArgumentError } from 'commander';

/** `chat12` or `12`. */
export function chatNumber(text: string): number {
  const [, number] = /^(?:chat)?([1-9]\d{0,14})$/.exec(text) ?? [];
  if (number !== undefined) return Number(number);
  throw new InvalidArgumentError('A chat is written like chat12.');
}
