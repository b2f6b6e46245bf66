import { i18n } from './i18n.ts';

const DAY = 24 * 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = i18n.global.locale.value;
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    // With the country that the browser knows: English is written with 14:32 and with 2:32 PM.
    const region = navigator.languages.find((one) => one.startsWith(`${language}-`)) ?? language;
    found = new Intl.DateTimeFormat(region, options);
    formats.set(key, found);
  }
  return found;
}

export function timeOfDay(date: Date): string {
  return format({ hour: 'numeric', minute: '2-digit' }).format(date);
}

export function exactTime(date: Date): string {
  return format({ dateStyle: 'full', timeStyle: 'medium' }).format(date);
}

export function dateAndTime(date: Date): string {
  return format({ dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** As a list says when something was: the time today, then yesterday, a weekday, a date. */
export function whenInList(date: Date, now = new Date()): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days <= 0) return timeOfDay(date);
  if (days === 1) return i18n.global.t('chats.yesterday');
  if (days < 7) return format({ weekday: 'short' }).format(date);
  return format(
    date.getFullYear() === now.getFullYear()
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'numeric', year: '2-digit' },
  ).format(date);
}

/** Above the first message of a day. */
export function dayHeading(date: Date, now = new Date()): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days === 0) return i18n.global.t('conversation.today');
  if (days === 1) return i18n.global.t('chats.yesterday');
  return format(
    date.getFullYear() === now.getFullYear()
      ? { weekday: 'long', day: 'numeric', month: 'long' }
      : { day: 'numeric', month: 'long', year: 'numeric' },
  ).format(date);
}

export function isSameDay(one: Date, other: Date): boolean {
  return startOfDay(one) === startOfDay(other);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
