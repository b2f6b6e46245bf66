import { lookup } from '#api/kernel/definition/lookup.ts';
import type { SentFields, SentValue } from '#domain/user-field/set-values.ts';
import { labelOf, type UserField } from '#domain/user-field/user-field.ts';
import { done, type Outcome, refused } from '#kit/outcome.ts';
import { field } from '../basic/fields.ts';
import { fieldName, isFieldName } from './names.ts';
import { defaultsOf, readValues } from './values.ts';

/** All that was said in fields of the portal's own making, by their names in upper case. */
const SENT = 'UF_USR_*';

export const ownFieldParams = {
  [SENT]: field.map(
    'Fields that the portal has made for itself, each under its name',
    undefined,
    // Each has limits of its own: see values.ts.
    () => undefined,
  ),
};

/** Each stands beside the others; nobody can know all of their names beforehand. */
export function gatherOwnFields(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const own = Object.entries(sent).flatMap(([name, raw]) => (isFieldName(name) ? [[name.toUpperCase(), raw]] : []));
  return { ...sent, [SENT]: Object.fromEntries(own) };
}

type Sent = Readonly<Record<string, unknown>>;

/** What was said; fields that there are not are passed over. */
export const changedFields = lookup(['field_refused'], ({ work, caller }, sent: Sent | undefined) =>
  readAll(work.userFields.listOfPortal(caller.portal.id), caller.portal.language, sent, () => undefined),
);

/** The same for somebody who has nothing in any of them yet. */
export const fieldsOfNewPerson = lookup(['field_refused'], ({ work, caller }, sent: Sent | undefined) =>
  readAll(work.userFields.listOfPortal(caller.portal.id), caller.portal.language, sent, (one) =>
    defaultsOf(one, work.now),
  ),
);

async function readAll(
  fields: Promise<readonly UserField[]>,
  language: string,
  sent: Sent = {},
  unsaid: (field: UserField) => readonly SentValue[] | undefined,
): Promise<Outcome<SentFields, 'field_refused'>> {
  const read = new Map<UserField, readonly SentValue[]>();
  for (const one of await fields) {
    const name = fieldName(one);
    const isSent = Object.hasOwn(sent, name);
    const values = isSent ? readValues(one, sent[name]) : unsaid(one);
    if (isSent && (!values || (one.isMandatory && values.length === 0)))
      return refused('field_refused', { code: one.code, said: labelOf(one, 'error', language) });
    if (values) read.set(one, values);
  }
  return done(read);
}
