import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { COLORS } from '#domain/color.ts';
import { LIST_LENGTH, NAME_LENGTH } from './amounts.ts';
import { colorCode } from './colors.ts';

/*
 * Forms of values that occur in many parameters.
 */

const integer = z.number().int();

/** Of something that is there. */
const id = component(
  'Id',
  'An id: a number, or its digits',
  z.union([integer.min(1), z.string().regex(/^[1-9][0-9]{0,14}$/)]),
  5,
  '5',
);
const count = component(
  'Count',
  'A whole number from 0 up, or its digits',
  z.union([integer.min(0), z.string().regex(/^[0-9]{1,15}$/)]),
  0,
  '7',
);
const idOrZero = component(
  'IdOrZero',
  'An id, or 0 for none',
  z.union([integer.min(0), z.string().regex(/^[0-9]{1,15}$/)]),
  5,
  '0',
);
const flag = component(
  'Flag',
  'Y or true; N or false',
  z.union([z.enum(['Y', 'N']), z.boolean(), z.literal([1, 0])]),
  'Y',
);
const text = z.string();
/** Of so many characters at most. */
const textOf = (most: number) => text.max(most);
/** What a program writes into a text without thinking of its type. */
const scalar = component('Scalar', 'A text, a number or a flag', z.union([text, z.number(), z.boolean()]), 'text');

/** The example is a picture of one point. */
const base64 = component(
  'Base64',
  'Bytes in Base64',
  z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/),
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
);

const fileBase64 = component(
  'FileBase64',
  'Content of a file in Base64',
  z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/),
  'SGVsbG8gV29ybGQh',
);

export const wire = {
  id,
  idOrZero,
  count,
  /** Negative, too. */
  integer: component(
    'Integer',
    'A whole number, or its digits',
    z.union([integer, z.string().regex(/^[+-]?[0-9]{1,15}$/)]),
    -1,
    '7',
  ),
  flag,
  text,
  textOf,
  scalar,
  ids: z.array(id).max(LIST_LENGTH),
  words: z.union([z.array(textOf(NAME_LENGTH)).max(LIST_LENGTH), textOf(NAME_LENGTH)]),
  map: component('Map', 'Values by name', z.record(text, z.unknown()), { NAME: 'value' }),
  handlerUrl: component(
    'HandlerUrl',
    'Where events are sent: http or https, without a user and a password',
    z
      .string()
      .max(2048)
      .regex(/^https?:\/\/[^\s\\/?#@]+(?:[/?#][^\s\\]*)?$/),
    'https://example.com/bot/events',
  ),
  color: component('ColorCode', 'A colour of the palette', z.enum(COLORS.map(colorCode))),
  moment: component(
    'Moment',
    'YYYY-MM-DDThh:mm:ss±hh:mm',
    z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})$/),
    '2026-02-25T18:30:00+01:00',
  ),
  day: component('Day', 'YYYY-MM-DD', z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/), '2026-02-28'),
  base64,
  /** Of a file that is stored: see storesFile. */
  fileBase64,
} as const;
