import { z } from 'zod';
import { type Field, idOf, measured, optional, readBy, required } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toId, toInteger, toList, toText } from '#api/kernel/wire/read.ts';
import { LIST_LENGTH, listUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

const WAYS = ['online', 'offline'] as const;

/** How an application hears of an event, in any case; another word is a fault (N6, N7). */
export const eventWay = optional(
  'online: it is sent; offline: it is kept until it is fetched',
  readBy(z.enum(WAYS), (raw) => WAYS.find((way) => way === toText(raw)?.toLowerCase())),
  'online',
);

const process = field.requiredText('The batch that they were taken in hand with; empty: those that are in none');

/** Empty says something else than left out (N11). */
export const processId: Field<string> = idOf('process', {
  ...process,
  parse: (raw) => (raw === '' ? { ok: true, value: '' } : process.parse(raw)),
});

/** Of a list: every entry, or the whole is not read. */
const listOf = <T>(form: z.ZodType, read: (raw: unknown) => T | undefined) =>
  measured(
    listUpTo(LIST_LENGTH),
    readBy(form, (raw) => {
      const list = toList(raw)?.map(read);
      return list?.every((one) => one !== undefined) ? list : undefined;
    }),
  );

export const recordIds = idOf(
  'record',
  optional(
    'Ids of the records; without it, or when it is empty, all of the batch',
    listOf(wire.ids, (raw) => toId(raw) || undefined),
    [],
  ),
);

const MESSAGE_ID_LENGTH = 32;
const messageId = component(
  'EventKey',
  'MESSAGE_ID of an event in the queue',
  z.string().length(MESSAGE_ID_LENGTH),
  'b0c7f7c2a3f1e4d5c6b7a8f9e0d1c2b3',
);

export const messageIds = idOf(
  'record',
  optional(
    'The same by their MESSAGE_ID; beside it, id has no effect',
    listOf(z.array(messageId), (raw) => messageId.safeParse(raw).data),
    [],
  ),
);

/** The length is not looked at: what no record has is of none. */
export const failedMessageIds = idOf(
  'record',
  required('Their MESSAGE_ID; an empty list is none', listOf(z.array(z.string()), toText)),
);

export const connector = field.text('Key of the queue; without it, the one that has none');

/** Most that are taken at once. */
const MOST_FETCHED = 1000;

const positive = z.union([z.number().int().min(1), z.string().regex(/^[1-9][0-9]{0,14}$/)]);

export const fetchLimit = optional(
  `How many; ${MOST_FETCHED} at most`,
  readBy(positive, (raw) => {
    const count = toInteger(raw) ?? 0;
    return count > 0 ? Math.min(count, MOST_FETCHED) : undefined;
  }),
  50,
);
