import { InvalidArgumentError } from 'commander';

/** `12`, or `evt_12` as handlers know it. */
export function eventNumber(text: string): number {
  const [, number] = /^(?:evt_)?([1-9]\d{0,14})$/.exec(text) ?? [];
  if (number !== undefined) return Number(number);
  throw new InvalidArgumentError('An event is a number, as "events" and "tail" show it.');
}

/** What a command takes that means an event or a bot: an event's number, else undefined. */
export function asEventNumber(text: string): number | undefined {
  const [, number] = /^(?:evt_)?([1-9]\d{0,14})$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}
