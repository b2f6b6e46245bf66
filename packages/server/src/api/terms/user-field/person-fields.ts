import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import type { Portal } from '#domain/portal.ts';
import type { UserField } from '#domain/user-field/user-field.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { PersonField } from '../person/person-field.ts';
import { openFields } from '../person/select-fields.ts';
import { fieldName } from './names.ts';
import { presentValues, valueFact } from './values.ts';

/** Either of these opens the fields that a portal has made for itself. */
const OPENING = ['user', 'user.userfield'];

/** All fields of people that are open to the caller, those of the portal's own making too. */
export async function fieldsOpenTo(work: Reading, caller: ApiCaller): Promise<readonly PersonField[]> {
  const isOpen = OPENING.some((scope) => caller.scope.includes(scope));
  return [...openFields(caller.scope), ...(isOpen ? await ownFields(work, caller.portal) : [])];
}

/**
 * The fields in which an application with these permissions is told who came (N15): those that people are given, and of
 * the portal's own making only beside a narrow permission. Without permissions it is an outgoing webhook, which has none.
 */
export async function fieldsToldTo(
  work: Reading,
  portal: Portal,
  scope: readonly string[] = ['user'],
): Promise<readonly PersonField[]> {
  const documented = openFields(scope).filter(({ name, given }) => given || NEVER_GIVEN.has(name));
  const isOpen = !scope.includes('user') && scope.includes('user.userfield');
  return [...documented, ...(isOpen ? await ownFields(work, portal) : [])];
}

/** Nobody gives these, and they are told all the same. */
const NEVER_GIVEN: ReadonlySet<string> = new Set(['ID', 'ACTIVE', 'DATE_REGISTER']);

async function ownFields(work: Reading, { id }: Portal): Promise<PersonField[]> {
  const own: PersonField[] = [];
  for (const field of await work.userFields.listOfPortal(id)) own.push(await toPersonField(work, field));
  return own;
}

async function toPersonField(work: Reading, field: UserField): Promise<PersonField> {
  const values = await work.fieldValues.listOfField(field.id);
  const valuesOf = (userId: number) => values.get(userId) ?? [];
  return {
    name: fieldName(field),
    opensWith: 'user',
    present: ({ id }) => presentValues(field, valuesOf(id), id),
    fact: valueFact(field, valuesOf),
  };
}
