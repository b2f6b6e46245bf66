import { i18n } from './i18n.ts';

const DAY = 24 * 60 * 60 * 1000;

const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const EXACT: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'medium' };
const DATE_AND_TIME: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
const WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'short' };
const SHORT: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const SHORT_WITH_YEAR: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'numeric', year: '2-digit' };
const LONG: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
const LONG_WITH_YEAR: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

const formats = new Map<Intl.DateTimeFormatOptions, { language: string; made: Intl.DateTimeFormat }>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = i18n.global.locale.value;
  const found = formats.get(options);
  if (found?.language === language) return found.made;
  // With the country that the browser knows: English is written with 14:32 and with 2:32 PM.
  const region = navigator.languages.find((one) => one.startsWith(`${language}-`)) ?? language;
  const made = new Intl.DateTimeFormat(region, options);
  formats.set(options, { language, made });
  return made;
}

export function timeOfDay(date: Date): string {
  return format(TIME).format(date);
}

export function exactTime(date: Date): string {
  return format(EXACT).format(date);
}

export function dateAndTime(date: Date): string {
  return format(DATE_AND_TIME).format(date);
}

/** As a list says when something was: the time today, then yesterday, a weekday, a date. */
export function whenInList(date: Date, now = new Date()): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days <= 0) return timeOfDay(date);
  if (days === 1) return i18n.global.t('chats.yesterday');
  if (days < 7) return format(WEEKDAY).format(date);
  return format(date.getFullYear() === now.getFullYear() ? SHORT : SHORT_WITH_YEAR).format(date);
}

/** Above the first message of a day. */
export function dayHeading(date: Date, now = new Date()): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days === 0) return i18n.global.t('conversation.today');
  if (days === 1) return i18n.global.t('chats.yesterday');
  return format(date.getFullYear() === now.getFullYear() ? LONG : LONG_WITH_YEAR).format(date);
}

export function isSameDay(one: Date, other: Date): boolean {
  return startOfDay(one) === startOfDay(other);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
