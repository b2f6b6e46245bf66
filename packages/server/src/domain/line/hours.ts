/** When people of a line answer. */
export interface LineHours {
  /** Minutes since midnight; with a larger `from` they go on over midnight. */
  readonly from: number;
  readonly to: number;
  /** A name that `Intl` knows. */
  readonly timeZone: string;
  /** Days of the week without work, 0 is Sunday. */
  readonly daysOff: readonly number[];
  /** Days of the year without work, as 31.12. */
  readonly holidays: readonly string[];
  /** What visitors are told at other times; empty: nothing. */
  readonly text: string;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Whether somebody answers at that time, in milliseconds. */
export function isWorkedAt({ from, to, timeZone, daysOff, holidays }: LineHours, at: number): boolean {
  const { minute, weekday, date } = localTime(timeZone, at);
  if (daysOff.includes(weekday) || holidays.includes(date)) return false;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function localTime(timeZone: string, at: number) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    minute: Number(part['hour']) * 60 + Number(part['minute']),
    weekday: DAYS.indexOf(part['weekday'] ?? ''),
    date: `${part['day']}.${part['month']}`,
  };
}
