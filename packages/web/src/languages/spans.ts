import { i18n } from './i18n.ts';

/** A length of time as it is read best: 0.9 ms, 38 ms, 1.4 s, 3 min. */
export function span(ms: number): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(i18n.global.locale.value, { maximumFractionDigits: digits }).format(value);
  const { t } = i18n.global;
  if (ms < 1000) return t('console.ms', { value: number(ms, ms < 10 ? 1 : 0) });
  if (ms < 60_000) return t('console.s', { value: number(ms / 1000, ms < 10_000 ? 1 : 0) });
  if (ms < 3_600_000) return t('console.min', { value: number(ms / 60_000, 0) });
  if (ms < 48 * 3_600_000) return t('console.h', { value: number(ms / 3_600_000, 0) });
  return t('console.days', { value: number(ms / 86_400_000, 0) });
}

export function count(value: number): string {
  return new Intl.NumberFormat(i18n.global.locale.value).format(value);
}

/** To the millisecond, as logs have it. */
export function exactClock(at: number): string {
  const date = new Date(at);
  const time = new Intl.DateTimeFormat(i18n.global.locale.value, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(date);
  return `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
