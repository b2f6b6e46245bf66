import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import type { PersonField } from './person-field.ts';
import { PERSON_FIELDS } from './person-fields.ts';

/*
 * A person in the answers of `user.*`: the fields that the permissions open, and those that the portal has made for
 * itself, whose names begin with UF_USR_.
 */

const text = z.string();

/** What is told in a field where it is not a text. */
const TOLD: Readonly<Record<string, z.ZodType>> = {
  ACTIVE: z.boolean(),
  IS_ONLINE: z.enum(['Y', 'N']),
  // Texts in `user.current` only.
  TIMESTAMP_X: z.union([z.object({}), text]),
  LAST_ACTIVITY_DATE: z.union([z.object({}), text]),
  PERSONAL_GENDER: z.enum(['M', 'F', '']),
  UF_DEPARTMENT: z.array(z.number().int()),
  USER_TYPE: z.enum(['employee', 'extranet']),
};

function told({ name, title = '' }: PersonField): z.ZodType {
  const schema = (TOLD[name] ?? text).optional();
  return title === name || title === '' ? schema : schema.describe(title);
}

/** Concrete where it is published and checked; who presents a person knows no single field. */
function personWith(more: Readonly<Record<string, z.ZodType>>): z.ZodType<Readonly<Record<string, unknown>>> {
  return z.looseObject({ ...Object.fromEntries(PERSON_FIELDS.map((field) => [field.name, told(field)])), ...more });
}

export const personSchema = component('Person', 'A person, in the fields that the permissions open', personWith({}));

export const addedPersonSchema = component(
  'AddedPerson',
  'Who came, in the fields that the permissions open and that are not empty',
  personWith({ ID: text, ACTIVE: z.enum(['1', '0']) }),
);
