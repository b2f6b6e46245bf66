import type { UserField } from '#domain/user-field/user-field.ts';
import { type Fact, flagFact, numberFact, textFact } from '../person/fact.ts';
import { fieldName } from './names.ts';

const FACTS: Readonly<Record<string, Fact<UserField>>> = {
  ID: numberFact(({ id }) => [id]),
  FIELD_NAME: textFact(fieldName),
  USER_TYPE_ID: textFact(({ type }) => type),
  XML_ID: textFact(({ externalId }) => externalId ?? ''),
  SORT: numberFact(({ sort }) => [sort]),
  MULTIPLE: flagFact(({ isMultiple }) => isMultiple),
  MANDATORY: flagFact(({ isMandatory }) => isMandatory),
  SHOW_FILTER: flagFact(({ isFilter }) => isFilter),
  SHOW_IN_LIST: flagFact(({ isListed }) => isListed),
  EDIT_IN_LIST: flagFact(({ isEditable }) => isEditable),
  IS_SEARCHABLE: flagFact(({ isSearchable }) => isSearchable),
};

/** What the list of fields is filtered and sorted by. */
export function fieldFact(name: string): Fact<UserField> | undefined {
  return Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
}
