export const FIELD_TYPES = [
  'string',
  'integer',
  'double',
  'date',
  'datetime',
  'boolean',
  'file',
  'enumeration',
  'url',
  'address',
  'money',
  'iblock_section',
  'iblock_element',
  'employee',
  'crm',
  'crm_status',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

/** A field of people that the portal has made for itself. */
export interface UserField {
  readonly id: number;
  readonly portalId: number;
  /** Upper case; nobody else's in the portal. */
  readonly code: string;
  readonly type: FieldType;
  readonly externalId: string | null;
  readonly sort: number;
  readonly isMultiple: boolean;
  readonly isMandatory: boolean;
  readonly isSearchable: boolean;
  /** Offered where people are filtered, listed, edited in a list. */
  readonly isFilter: boolean;
  readonly isListed: boolean;
  readonly isEditable: boolean;
  /** A document in the dialect's own words, one set for each type. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly labels: Labels;
  /** What a list is chosen from; empty for the other types. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly id: number;
  readonly value: string;
  readonly sort: number;
  readonly isDefault: boolean;
  readonly externalId: string;
}

export type LabelKind = 'form' | 'column' | 'filter' | 'error' | 'help';

/** By language; under '' for every one that has none of its own. */
export type Labels = Readonly<Partial<Record<LabelKind, Readonly<Record<string, string>>>>>;

/** The label in that language; '' where there is none. */
export function labelOf({ labels }: Pick<UserField, 'labels'>, kind: LabelKind, language: string): string {
  const texts = labels[kind] ?? {};
  const own = Object.hasOwn(texts, language) ? texts[language] : undefined;
  return own ?? texts[''] ?? '';
}

export type UserFieldDraft = Omit<UserField, 'id' | 'choices'>;

/** Days are YYYY-MM-DD, moments milliseconds since 1970, flags 0 and 1; lists, people and files stand there by their id. */
export type FieldValue = string | number;
