import { labelOf, type UserField } from '#domain/user-field/user-field.ts';
import { yesNo } from '../basic/yes-no.ts';
import { fieldName } from './names.ts';

/** A field as `user.userfield.list` tells of it; its labels only in a language that was asked for. */
export function presentUserField(field: UserField, language: string | undefined) {
  return {
    ID: String(field.id),
    ENTITY_ID: 'USER' as const,
    FIELD_NAME: fieldName(field),
    USER_TYPE_ID: field.type,
    XML_ID: field.externalId,
    SORT: String(field.sort),
    MULTIPLE: yesNo(field.isMultiple),
    MANDATORY: yesNo(field.isMandatory),
    SHOW_FILTER: yesNo(field.isFilter),
    SHOW_IN_LIST: yesNo(field.isListed),
    EDIT_IN_LIST: yesNo(field.isEditable),
    IS_SEARCHABLE: yesNo(field.isSearchable),
    SETTINGS: field.settings,
    ...(field.type === 'enumeration' && { LIST: field.choices.map(presentChoice) }),
    ...(language && presentLabels(field, language)),
  };
}

function presentChoice({ id, sort, value, isDefault, externalId }: UserField['choices'][number]) {
  return { ID: String(id), SORT: String(sort), VALUE: value, DEF: yesNo(isDefault), XML_ID: externalId };
}

function presentLabels(field: UserField, language: string) {
  return {
    EDIT_FORM_LABEL: labelOf(field, 'form', language),
    LIST_COLUMN_LABEL: labelOf(field, 'column', language),
    LIST_FILTER_LABEL: labelOf(field, 'filter', language),
    ERROR_MESSAGE: labelOf(field, 'error', language),
    HELP_MESSAGE: labelOf(field, 'help', language),
  };
}
