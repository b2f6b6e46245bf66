import { optional, readBy } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { wire } from '../basic/wire.ts';

/** Compared and never kept: no length of it is refused (V6). */
export const botToken = optional(
  'Webhook calls only: the token that the bot was registered with',
  readBy(wire.text, toText),
);
