import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { signOutEverywhere } from '../sign-in/sign-out-everywhere.ts';
import { type SentFields, type SetValuesRefusal, setFieldValues } from '../user-field/set-values.ts';
import { isEmailTaken } from './email-taken.ts';
import { lockUser } from './lock-user.ts';
import { type PersonChange, type PersonChangeRefusal, withChange } from './person-change.ts';
import type { User } from './user.ts';

export interface PersonEdit extends PersonChange {
  /** false dismisses them, true takes them back. */
  readonly isActive?: boolean | undefined;
  readonly fields: SentFields;
}

export type ChangePersonRefusal =
  | 'email_taken'
  | 'own_dismissal'
  | 'no_department'
  | SetValuesRefusal
  | PersonChangeRefusal;

/** A person of the portal, not a bot: those are changed by their applications. */
export async function accessPerson(
  work: Reading,
  portalId: number,
  id: number,
): Promise<Outcome<User, 'person_unknown'>> {
  const person = await work.users.findUser(id);
  return person?.portalId === portalId && !person.isBot ? done(person) : refused('person_unknown');
}

/** Changes what is told of somebody. A guest who is put into a department works here from then on. */
export async function changePerson(
  work: UnitOfWork,
  administrator: User,
  known: User,
  { isActive: stays, fields, ...change }: PersonEdit,
): Promise<Outcome<true, ChangePersonRefusal>> {
  const person = await lockUser(work, known);
  const isActive = stays ?? person.isActive;
  const { email } = change;
  if (email !== undefined && (await isEmailTaken(work, person.portalId, email, person.id)))
    return refused('email_taken');
  // There would be nobody left to take them back.
  if (!isActive && person.id === administrator.id) return refused('own_dismissal');
  const works = change.departments !== undefined && change.departments.length > 0;
  if (change.departments && !works && !person.isExtranet) return refused('no_department');
  const changed = await withChange(work, { ...person, isActive }, change);
  if (!changed.ok) return changed;
  await work.users.updateUser({ ...changed.value, isExtranet: person.isExtranet && !works }, work.now);
  if (!isActive) await signOutEverywhere(work, person);
  return setFieldValues(work, person, fields);
}
