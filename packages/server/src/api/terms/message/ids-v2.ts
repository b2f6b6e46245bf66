import { z } from 'zod';
import { lenient, readBy, required } from '#api/kernel/definition/field.ts';
import { toInteger, toText } from '#api/kernel/wire/read.ts';
import { REACTIONS } from '#domain/message/reaction.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

export const messageId = field.givenId('message', 'Id of the message');

/** Case counts (V49). */
export const reaction = required(
  'Name of the reaction',
  readBy(z.enum(REACTIONS), (raw) => REACTIONS.find((one) => one === toText(raw))),
);

const WIDEST = 50;

export const around = lenient(
  `How many messages on each side; 1 to ${WIDEST}`,
  wire.integer,
  (raw) => Math.min(Math.max(toInteger(raw) ?? WIDEST, 1), WIDEST),
  WIDEST,
);
