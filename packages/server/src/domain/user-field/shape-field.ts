import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { leaveBehind } from '../leftover/leave-behind.ts';
import type { Choice, UserField, UserFieldDraft } from './user-field.ts';

/** As documented: a portal has no more of them. */
const MOST_FIELDS = 1016;

/** One entry of a list: a new one, or a change of the one that has the id. */
export type ChoiceChange = Partial<Omit<Choice, 'id'>> & { readonly id?: number; readonly isGone?: boolean };

export type AddFieldRefusal = 'field_exists' | 'field_impossible';

/** A further field that everybody has from now on. */
export async function addUserField(
  work: UnitOfWork,
  draft: UserFieldDraft,
  choices: readonly ChoiceChange[],
): Promise<Outcome<number, AddFieldRefusal>> {
  // Two at once would both find the last place.
  await work.portals.lockPortal(draft.portalId);
  const siblings = await work.userFields.listOfPortal(draft.portalId);
  if (siblings.some(({ code }) => code === draft.code)) return refused('field_exists', { code: draft.code });
  if (!/^[A-Z0-9_]{1,40}$/.test(draft.code) || siblings.length >= MOST_FIELDS) return refused('field_impossible');
  const id = await work.userFields.insertField(draft);
  await changeChoices(work, { ...draft, id, choices: [] }, choices);
  return done(id);
}

/** A field of the portal, for one who is going to change it: nobody else does until the unit ends. */
export async function accessUserField(
  work: UnitOfWork,
  portalId: number,
  id: number,
): Promise<Outcome<UserField, 'field_unknown'>> {
  // Its labels and its settings are documents, of which two who change them at once change a part each.
  await work.portals.lockPortal(portalId);
  const field = (await work.userFields.listOfPortal(portalId)).find((one) => one.id === id);
  return field ? done(field) : refused('field_unknown');
}

/** Its type, its code and whether it is multiple stay: values are kept by them. */
export async function changeUserField(
  work: UnitOfWork,
  field: UserField,
  change: Partial<Omit<UserFieldDraft, 'portalId' | 'code' | 'type' | 'isMultiple'>>,
  choices: readonly ChoiceChange[],
): Promise<Outcome<true>> {
  await work.userFields.updateField({ ...field, ...change });
  await changeChoices(work, field, choices);
  return done(true);
}

/** Takes it away from everybody, with what was said in it. */
export async function deleteUserField(work: UnitOfWork, field: UserField): Promise<Outcome<true>> {
  await work.userFields.updateCodeGivenUp(field.id);
  await leaveBehind(work, field.portalId, 'field', field.id);
  return done(true);
}

async function changeChoices(work: UnitOfWork, field: UserField, changes: readonly ChoiceChange[]): Promise<void> {
  if (field.type !== 'enumeration') return;
  for (const [index, { id, isGone, ...change }] of changes.entries()) {
    const known = id === undefined ? undefined : field.choices.find((choice) => choice.id === id);
    if (known && isGone) await work.userFields.deleteChoice(field.id, known.id);
    else if (known) await work.userFields.updateChoice({ ...known, ...change });
    else if (change.value !== undefined && change.value !== '')
      await work.userFields.insertChoice(field.id, {
        value: change.value,
        sort: change.sort ?? (field.choices.length + index) * 100,
        isDefault: change.isDefault ?? false,
        externalId: change.externalId || work.random.hex(32),
      });
  }
}
