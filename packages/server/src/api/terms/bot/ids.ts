import { z } from 'zod';
import { toId } from '#api/kernel/wire/read.ts';
import { field, lenient } from '../basic/fields.ts';

export const botId = field.maybeId('Id of the bot; without it, the first bot that the application registered');

/** Where none but the one that is named may be meant: left out is as unknown as wrong. */
export const namedBotId = {
  ...lenient('Id of the bot', z.preprocess(toId, z.number().int().nonnegative()), (raw) => toId(raw) ?? 0),
  required: true,
};
