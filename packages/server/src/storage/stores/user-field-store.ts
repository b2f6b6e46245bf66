import type { Selectable } from 'kysely';
import type { Choice, FieldType, Labels, UserField, UserFieldDraft } from '#domain/user-field/user-field.ts';
import { first, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { UserFieldChoiceTable, UserFieldTable } from '../tables/user-field-tables.ts';
import { leftBehind } from './leftover-store.ts';

const CHANGED = [
  'external_id',
  'sort',
  'is_mandatory',
  'is_searchable',
  'is_filter',
  'is_listed',
  'is_editable',
  'settings',
  'labels',
] as const;
const WRITTEN = [...CHANGED, 'portal_id', 'code', 'type', 'is_multiple'] as const;
export const insert = statement((db, p: ValuesOf<UserFieldTable, typeof WRITTEN>) =>
  db.insertInto('user_field').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const update = statement((db, p: ValuesOf<UserFieldTable, typeof CHANGED> & { id: number }) =>
  db.updateTable('user_field').set(valuesOf(p, CHANGED)).where('id', '=', p.id),
);
export const ofPortal = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('user_field')
    .selectAll()
    .where('portal_id', '=', p.portalId)
    .where('id', 'not in', leftBehind(db, 'field'))
    .orderBy('id'),
);
export const choicesOfPortal = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('user_field_choice')
    .innerJoin('user_field', 'user_field.id', 'user_field_choice.field_id')
    .selectAll('user_field_choice')
    .where('user_field.portal_id', '=', p.portalId)
    .orderBy('user_field_choice.sort')
    .orderBy('user_field_choice.id'),
);
const CHOICE_CHANGED = ['value', 'sort', 'is_default', 'external_id'] as const;
const CHOICE_WRITTEN = [...CHOICE_CHANGED, 'field_id'] as const;
export const insertChoice = statement((db, p: ValuesOf<UserFieldChoiceTable, typeof CHOICE_WRITTEN>) =>
  db.insertInto('user_field_choice').values(valuesOf(p, CHOICE_WRITTEN)),
);
export const updateChoice = statement((db, p: ValuesOf<UserFieldChoiceTable, typeof CHOICE_CHANGED> & { id: number }) =>
  db.updateTable('user_field_choice').set(valuesOf(p, CHOICE_CHANGED)).where('id', '=', p.id),
);
export const deleteChoice = statement((db, p: { fieldId: number; id: number }) =>
  db.deleteFrom('user_field_choice').where('field_id', '=', p.fieldId).where('id', '=', p.id),
);
export const deleteChoices = statement((db, p: { fieldId: number }) =>
  db.deleteFrom('user_field_choice').where('field_id', '=', p.fieldId),
);
/** Another field may have its code from now on; no code that somebody gives is like this one. */
export const giveUpCode = statement((db, p: { fieldId: number; code: string }) =>
  db.updateTable('user_field').set({ code: p.code }).where('id', '=', p.fieldId),
);
export const deleteField = statement((db, p: { fieldId: number }) =>
  db.deleteFrom('user_field').where('id', '=', p.fieldId),
);

/** Fields of people that a portal has made for itself. */
export function userFieldStore(session: Session) {
  return {
    async insertField(draft: UserFieldDraft): Promise<number> {
      const own = { portal_id: draft.portalId, code: draft.code, type: draft.type };
      const row = await first(session, insert, { ...toRow(draft), ...own, is_multiple: Number(draft.isMultiple) });
      return (row as { id: number }).id;
    },
    async updateField(field: UserField): Promise<void> {
      await session.all(update, { ...toRow(field), id: field.id });
    },
    /** Oldest first. */
    async listOfPortal(portalId: number): Promise<UserField[]> {
      const rows = await session.recall(ofPortal, { portalId });
      if (rows.length === 0) return [];
      const choices = await session.recall(choicesOfPortal, { portalId });
      return rows.map((row) => toField(row, choices.filter(({ field_id }) => field_id === row.id).map(toChoice)));
    },
    async insertChoice(fieldId: number, choice: Omit<Choice, 'id'>): Promise<void> {
      await session.all(insertChoice, { ...toChoiceRow(choice), field_id: fieldId });
    },
    async updateChoice(choice: Choice): Promise<void> {
      await session.all(updateChoice, { ...toChoiceRow(choice), id: choice.id });
    },
    async deleteChoice(fieldId: number, id: number): Promise<void> {
      await session.all(deleteChoice, { fieldId, id });
    },
    async updateCodeGivenUp(fieldId: number): Promise<void> {
      await session.all(giveUpCode, { fieldId, code: `deleted ${fieldId}` });
    },
    /** With its choices; what was said in it must be gone. */
    async deleteField(fieldId: number): Promise<void> {
      for (const one of [deleteChoices, deleteField]) await session.all(one, { fieldId });
    },
  };
}

function toRow(field: UserFieldDraft) {
  return {
    external_id: field.externalId,
    sort: field.sort,
    is_mandatory: Number(field.isMandatory),
    is_searchable: Number(field.isSearchable),
    is_filter: Number(field.isFilter),
    is_listed: Number(field.isListed),
    is_editable: Number(field.isEditable),
    settings: JSON.stringify(field.settings),
    labels: JSON.stringify(field.labels),
  };
}

function toField(row: Selectable<UserFieldTable>, choices: readonly Choice[]): UserField {
  return {
    id: row.id,
    portalId: row.portal_id,
    code: row.code,
    type: row.type as FieldType,
    externalId: row.external_id,
    sort: row.sort,
    isMultiple: row.is_multiple === 1,
    isMandatory: row.is_mandatory === 1,
    isSearchable: row.is_searchable === 1,
    isFilter: row.is_filter === 1,
    isListed: row.is_listed === 1,
    isEditable: row.is_editable === 1,
    settings: JSON.parse(row.settings) as UserField['settings'],
    labels: JSON.parse(row.labels) as Labels,
    choices,
  };
}

function toChoiceRow(choice: Omit<Choice, 'id'>) {
  return {
    value: choice.value,
    sort: choice.sort,
    is_default: Number(choice.isDefault),
    external_id: choice.externalId,
  };
}

function toChoice(row: Selectable<UserFieldChoiceTable>): Choice {
  return { id: row.id, value: row.value, sort: row.sort, isDefault: row.is_default === 1, externalId: row.external_id };
}
