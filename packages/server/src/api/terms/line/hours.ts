import type { KeptValue, LineDraft } from '#domain/line/line.ts';
import { KEPT } from './kept-settings.ts';

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const DAY = 24 * 60;
const TIME = /^([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/;

/** Minutes since midnight of a time such as 9, 9.30 and 09:30. */
export function minutesOf(time: string): number | undefined {
  const [, hours, minutes = '0'] = TIME.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** What of the settings that are kept says when people answer, and for how long they are asked. */
export function timesIn(kept: LineDraft['kept']): Pick<LineDraft, 'hours' | 'passesOnAfter'> {
  const settingOf = (name: string): KeptValue => kept[name] ?? KEPT[name]?.usual ?? null;
  const textOf = (name: string) => String(settingOf(name) ?? '');
  const passesOnAfter = Number(settingOf('QUEUE_TIME'));
  if (settingOf('WORKTIME_ENABLE') !== 'Y') return { passesOnAfter, hours: undefined };
  const to = minutesOf(textOf('WORKTIME_TO')) ?? DAY;
  return {
    passesOnAfter,
    hours: {
      from: minutesOf(textOf('WORKTIME_FROM')) ?? 0,
      // The last minute of a day belongs to it.
      to: to === DAY - 1 ? DAY : to,
      timeZone: textOf('WORKTIME_TIMEZONE'),
      daysOff: listIn(settingOf('WORKTIME_DAYOFF')).flatMap((day) => {
        const at = DAYS.indexOf(day.toUpperCase());
        return at < 0 ? [] : [at];
      }),
      holidays: listIn(settingOf('WORKTIME_HOLIDAYS')).map((date) => {
        const [day = '', month = ''] = date.split('.');
        return `${day.padStart(2, '0')}.${month.padStart(2, '0')}`;
      }),
      text: textOf('WORKTIME_DAYOFF_RULE') === 'text' ? textOf('WORKTIME_DAYOFF_TEXT') : '',
    },
  };
}

/** Several values may stand in one with commas between them. */
function listIn(value: KeptValue): string[] {
  const texts = Array.isArray(value) ? value : [String(value ?? '')];
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
