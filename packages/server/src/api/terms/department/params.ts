import type { Field } from '#api/kernel/definition/field.ts';
import { field } from '../basic/fields.ts';

const ids = field.requiredIdList('department', 'Ids of the departments, one at least');

/** An empty list names none (G48). */
export const departmentIds: Field<number[]> = {
  ...ids,
  parse(raw) {
    const read = ids.parse(raw);
    return read.ok && read.value.length === 0 ? { ok: false, fault: 'missing' } : read;
  },
};

export const userData = field.flag('Tells of the people, too, and not only who they are', false);
