import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
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
  const documented = openFields(caller.scope);
  if (!OPENING.some((scope) => caller.scope.includes(scope))) return documented;
  const own: PersonField[] = [];
  for (const field of await work.userFields.listOfPortal(caller.portal.id)) own.push(await toPersonField(work, field));
  return [...documented, ...own];
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
