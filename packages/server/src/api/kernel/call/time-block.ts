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

let lastSecond = Number.NaN;
let lastText = '';

/** YYYY-MM-DDThh:mm:ss+00:00. Two of them stand in every answer, so the text of the current second is kept. */
export function toIso(at: number): string {
  const second = Math.floor(at / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = `${new Date(second * 1000).toISOString().slice(0, 19)}+00:00`;
  }
  return lastText;
}
