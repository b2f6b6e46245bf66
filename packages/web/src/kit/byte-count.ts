import { i18n } from '../languages/i18n.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** 1.2 MB, as the language of the page writes it. */
export function byteCount(bytes: number): string {
  let [value, step] = [bytes, 0];
  for (; value >= 1000 && step < UNITS.length - 1; step += 1) value /= 1024;
  return new Intl.NumberFormat(i18n.global.locale.value, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}
