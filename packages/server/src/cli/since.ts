import { InvalidArgumentError } from 'commander';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `90s`, `10m`, `1h`, `2d` in milliseconds. */
export function since(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (number !== '') return Number(number) * UNITS[unit as keyof typeof UNITS];
  throw new InvalidArgumentError('Say how long back, like 90s, 10m, 1h or 2d.');
}
