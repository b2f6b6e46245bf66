import { z } from 'zod';
import { optional, readBy } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';

const WAYS = ['online', 'offline'] as const;

/** How an application hears of an event, in any case; another word is a fault (N6, N7). */
export const eventWay = optional(
  'online: it is sent; offline: it is kept until it is fetched',
  readBy(z.enum(WAYS), (raw) => WAYS.find((way) => way === toText(raw)?.toLowerCase())),
  'online',
);
