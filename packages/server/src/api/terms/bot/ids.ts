import { type Field, lenient } from '#api/kernel/definition/field.ts';
import { toId } from '#api/kernel/wire/read.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

export const botId = field.maybeId('bot', 'Id of the bot; without it, the first bot that the application registered');

/** Where none but the one that is named may be meant: left out is as unknown as wrong. */
export const namedBotId: Field<number> = {
  ...lenient('Id of the bot', wire.id, (raw) => toId(raw) ?? 0),
  required: true,
  idOf: 'bot',
};
