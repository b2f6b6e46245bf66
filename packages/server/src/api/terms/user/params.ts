import { z } from 'zod';
import { lenient, readBy, required } from '#api/kernel/definition/field.ts';
import { toInteger, toText } from '#api/kernel/wire/read.ts';
import { USER_STATUSES } from '#domain/user/user-status.ts';
import { wire } from '../basic/wire.ts';

/** In lower case only (G49). */
export const userStatus = required(
  'How the person wants to be spoken to',
  readBy(z.enum(USER_STATUSES), (raw) => USER_STATUSES.find((status) => status === toText(raw))),
);

const USUAL_MINUTES = 10;
/** A year. */
const MOST_MINUTES = 525_600;

export const minutesAgo = lenient(
  `Since how many minutes; ${MOST_MINUTES} at most, 1 at least`,
  wire.integer,
  (raw) => Math.min(Math.max(toInteger(raw) ?? USUAL_MINUTES, 1), MOST_MINUTES),
  USUAL_MINUTES,
);
