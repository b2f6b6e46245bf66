import { i18n } from '../languages/i18n.ts';
import type { TimeFormat } from './bb-tree.ts';

const OPTIONS: Readonly<Record<TimeFormat, Intl.DateTimeFormatOptions>> = {
  FORMAT_DATE: { day: '2-digit', month: '2-digit', year: 'numeric' },
  FORMAT_DATETIME: {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
  SHORT_DATE_FORMAT: { day: '2-digit', month: '2-digit', year: '2-digit' },
  MEDIUM_DATE_FORMAT: { day: 'numeric', month: 'short', year: 'numeric' },
  LONG_DATE_FORMAT: { day: 'numeric', month: 'long', year: 'numeric' },
  FULL_DATE_FORMAT: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  DAY_MONTH_FORMAT: { day: 'numeric', month: 'long' },
  DAY_SHORT_MONTH_FORMAT: { day: 'numeric', month: 'short' },
  DAY_OF_WEEK_MONTH_FORMAT: { weekday: 'long', day: 'numeric', month: 'long' },
  SHORT_DAY_OF_WEEK_MONTH_FORMAT: { weekday: 'short', day: 'numeric', month: 'long' },
  SHORT_DAY_OF_WEEK_SHORT_MONTH_FORMAT: { weekday: 'short', day: 'numeric', month: 'short' },
  SHORT_TIME_FORMAT: { hour: '2-digit', minute: '2-digit' },
  LONG_TIME_FORMAT: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** A moment as a message asks for it, in the reader's language and time zone. */
export function timeText(seconds: number, format: TimeFormat): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  return new Intl.DateTimeFormat(i18n.global.locale.value, OPTIONS[format]).format(date);
}
