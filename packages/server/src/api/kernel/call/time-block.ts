import { z } from 'zod';
import { component } from '../wire/component.ts';

const seconds1970 = z.number().describe('Seconds since 1970 with fractions');

export const timeSchema = component(
  'Time',
  'The block that stands in every answer; clients throttle themselves on `operating`',
  z.object({
    start: seconds1970,
    finish: seconds1970,
    duration: z.number().describe('Seconds, from the first byte read to the answer'),
    processing: z.number().describe('Seconds spent in the method itself'),
    date_start: z.string(),
    date_finish: z.string(),
    operating_reset_at: z.number().int().describe('When the oldest minute leaves the sum; seconds since 1970'),
    operating: z.number().describe('Seconds of work that this caller caused with this method in the last ten minutes'),
  }),
);

export type TimeBlock = Readonly<z.infer<typeof timeSchema>>;

export interface Measured {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly processingMs: number;
  readonly operatingMs: number;
  readonly operatingResetAt: number;
}

export function timeBlock(measured: Measured): TimeBlock {
  const finishedAt = measured.startedAt + measured.durationMs;
  return {
    start: seconds(measured.startedAt),
    finish: seconds(finishedAt),
    duration: seconds(measured.durationMs),
    processing: seconds(measured.processingMs),
    date_start: toIso(measured.startedAt),
    date_finish: toIso(finishedAt),
    operating_reset_at: Math.floor(measured.operatingResetAt / 1000),
    operating: seconds(measured.operatingMs),
  };
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1_000_000;
}

/** The same as JSON, by hand: it stands in every answer. */
export function timeText(time: TimeBlock): string {
  const { start, finish, duration, processing, date_start, date_finish, operating_reset_at, operating } = time;
  const dates = `"date_start":"${date_start}","date_finish":"${date_finish}"`;
  const spent = `"duration":${decimal(duration)},"processing":${decimal(processing)}`;
  const used = `"operating_reset_at":${operating_reset_at},"operating":${decimal(operating)}`;
  return `{"start":${decimal(start)},"finish":${decimal(finish)},${spent},${dates},${used}}`;
}

const THOUSAND = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));
/** The same as the last digits of a fraction. */
const LAST = THOUSAND.map((digits) => digits.replace(/0+$/, ''));

/** A number of at most six decimals: to find the shortest text of any fraction takes several times as long. */
function decimal(value: number): string {
  const millionths = Math.round(value * 1e6);
  if (millionths < 0 || millionths > Number.MAX_SAFE_INTEGER) return JSON.stringify(value);
  const whole = Math.floor(millionths / 1e6);
  const rest = millionths - whole * 1e6;
  if (rest === 0) return wholeText(whole);
  const thousandths = Math.floor(rest / 1000);
  const last = rest - thousandths * 1000;
  const digits = last === 0 ? LAST[thousandths] : `${THOUSAND[thousandths]}${LAST[last]}`;
  return `${wholeText(whole)}.${digits}`;
}

let lastWhole = Number.NaN;
let lastDigits = '';

/** Both moments of most blocks lie in the current second. */
function wholeText(whole: number): string {
  if (whole < 1000) return String(whole);
  if (whole !== lastWhole) {
    lastWhole = whole;
    lastDigits = String(whole);
  }
  return lastDigits;
}

let lastSecond = Number.NaN;
let lastText = '';
let lastHour = Number.NaN;
/** YYYY-MM-DDThh: */
let hourText = '';
const SIXTY = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/**
 * YYYY-MM-DDThh:mm:ss+00:00. Two of them stand in every answer, so the text of the current second is kept; and one in each
 * line of a page, most of which are of one hour: to write a whole date takes ten times as long as to add to its beginning.
 */
export function toIso(at: number): string {
  const second = Math.floor(at / 1000);
  if (second === lastSecond) return lastText;
  const hour = Math.floor(second / 3600);
  if (hour !== lastHour) {
    lastHour = hour;
    hourText = new Date(hour * 3_600_000).toISOString().slice(0, 14);
  }
  const rest = second - hour * 3600;
  lastSecond = second;
  lastText = `${hourText}${SIXTY[Math.floor(rest / 60)]}:${SIXTY[rest % 60]}+00:00`;
  return lastText;
}
