import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { FieldValue, UserField } from './user-field.ts';

/** A file that is handed in; one that is to stay is named by its id. */
export interface SentFile {
  readonly name: string;
  readonly content: Uint8Array;
}
export type SentValue = FieldValue | SentFile;

/** By field; none takes away what is there. */
export type SentFields = ReadonlyMap<UserField, readonly SentValue[]>;

/** `code` is that of the field which cannot take its value, or cannot be without any. */
export type SetValuesRefusal = 'field_refused';

/** Puts values into fields of a person. */
export async function setFieldValues(
  work: UnitOfWork,
  person: Pick<User, 'id' | 'portalId'>,
  sent: SentFields,
): Promise<Outcome<true, SetValuesRefusal>> {
  for (const [field, values] of sent) {
    const isRefused = (field.isMandatory && values.length === 0) || !(await canHold(work, person, field, values));
    if (isRefused) return refused('field_refused', { code: field.code });
    const kept = field.type === 'file' ? await keepFiles(work, person.id, field, values) : (values as FieldValue[]);
    await work.fieldValues.updateValues(field.id, person.id, kept);
  }
  return done(true);
}

/** People are of the same portal, and files that are named are those that are there. */
async function canHold(
  work: Reading,
  { id, portalId }: Pick<User, 'id' | 'portalId'>,
  { id: fieldId, type }: UserField,
  values: readonly SentValue[],
): Promise<boolean> {
  for (const value of values) {
    if (typeof value !== 'number') continue;
    if (type === 'employee' && (await work.users.findUser(value))?.portalId !== portalId) return false;
    if (type !== 'file') continue;
    const file = await work.fieldValues.findFile(value);
    if (file?.userId !== id || file.fieldId !== fieldId) return false;
  }
  return true;
}

async function keepFiles(
  work: UnitOfWork,
  userId: number,
  { id: fieldId }: UserField,
  values: readonly SentValue[],
): Promise<FieldValue[]> {
  const kept: FieldValue[] = [];
  for (const value of values)
    kept.push(
      typeof value === 'object' ? await work.fieldValues.insertFile({ fieldId, userId, ...value }, work.now) : value,
    );
  await work.fieldValues.deleteOtherFiles(fieldId, userId, kept);
  return kept;
}
