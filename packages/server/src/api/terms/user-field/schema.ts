import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { FIELD_TYPES } from '#domain/user-field/user-field.ts';

/*
 * A field that a portal has made for its people, as presentUserField tells it.
 */

const text = z.string();
const yesNo = z.enum(['Y', 'N']);

export const userFieldSchema = component(
  'UserField',
  'A field of people that the portal has made for itself',
  z.object({
    ID: text,
    ENTITY_ID: z.literal('USER'),
    FIELD_NAME: text.describe('UF_USR_ and the code'),
    USER_TYPE_ID: z.enum(FIELD_TYPES),
    XML_ID: text.nullable(),
    SORT: text,
    MULTIPLE: yesNo,
    MANDATORY: yesNo,
    SHOW_FILTER: yesNo,
    SHOW_IN_LIST: yesNo,
    EDIT_IN_LIST: yesNo,
    IS_SEARCHABLE: yesNo,
    SETTINGS: z.record(text, z.unknown()).describe('By the type'),
    LIST: z
      .array(z.object({ ID: text, SORT: text, VALUE: text, DEF: yesNo, XML_ID: text }))
      .optional()
      .describe('Of the type enumeration: what can be chosen'),
    EDIT_FORM_LABEL: text.optional().describe('Labels only where a language was asked for'),
    LIST_COLUMN_LABEL: text.optional(),
    LIST_FILTER_LABEL: text.optional(),
    ERROR_MESSAGE: text.optional(),
    HELP_MESSAGE: text.optional(),
  }),
);

export const exampleField = {
  ID: '177',
  ENTITY_ID: 'USER',
  FIELD_NAME: 'UF_USR_MONEY',
  USER_TYPE_ID: 'money',
  XML_ID: null,
  SORT: '100',
  MULTIPLE: 'N',
  MANDATORY: 'N',
  SHOW_FILTER: 'N',
  SHOW_IN_LIST: 'Y',
  EDIT_IN_LIST: 'Y',
  IS_SEARCHABLE: 'N',
  SETTINGS: { DEFAULT_VALUE: '' },
} as const;
