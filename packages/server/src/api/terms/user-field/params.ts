import { z } from 'zod';
import { fromJson, measured, optional, present, readBy, type Values } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toFlag, toId, toInteger, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import type { ChoiceChange } from '#domain/user-field/shape-field.ts';
import { FIELD_TYPES, type FieldType, type Labels, type UserFieldDraft } from '#domain/user-field/user-field.ts';
import { firstLong, listUpTo, NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';
import { type Settings, toSettings } from './settings.ts';

/** What is said of a field, in one language; and how many languages there are. */
const LABEL_LENGTH = 1_000;
const MOST_LANGUAGES = 100;
const labelText = wire.textOf(LABEL_LENGTH);
const isLongLabel = textUpTo(LABEL_LENGTH);
const isLongLabels = (raw: unknown) =>
  isLongLabel(raw) ?? listUpTo(MOST_LANGUAGES, isLongLabel)(Object.values(toObject(raw) ?? {}));

const labels = component(
  'Labels',
  'One text for all languages, or one for each by its code',
  z.union([labelText, z.record(z.string(), labelText)]),
  { en: 'Deals', de: 'Geschäfte' },
);
const choice = component(
  'Choice',
  'What can be chosen from a list',
  z.object({
    ID: wire.id.optional().describe('Of one that is there'),
    VALUE: wire.textOf(NAME_LENGTH).optional(),
    SORT: wire.integer.optional(),
    DEF: wire.flag.optional().describe('Y: chosen where nothing was said'),
    XML_ID: wire.textOf(NAME_LENGTH).optional(),
    DEL: wire.flag.optional().describe('Y: takes it away'),
  }),
);

/** One for all languages, or one for each; the languages are codes of two letters, the one for all stands under ''. */
const label = (description: string) =>
  optional(
    `${description}: one text, or one for each language`,
    measured(
      isLongLabels,
      readBy(labels, (raw) => {
        const text = toText(raw);
        if (text !== undefined) return { '': text };
        const texts = Object.entries(toObject(raw) ?? {}).map(([language, one]) => [language, toText(one)] as const);
        return texts.every(([, one]) => one !== undefined)
          ? (Object.fromEntries(texts) as Record<string, string>)
          : undefined;
      }),
    ),
  );

/** Of a list; nobody finds their way in a longer one. */
const MOST_CHOICES = 1000;

/** As far as a place among others goes in every database. */
const toPlace = (raw: unknown) => {
  const place = toInteger(raw);
  return place !== undefined && Math.abs(place) < 2 ** 31 ? place : undefined;
};

const choices = optional(
  'What a list is chosen from: entries of VALUE, SORT, DEF, XML_ID; to change one also ID, to take it away DEL',
  fromJson(
    measured(
      listUpTo(MOST_CHOICES, (entry) => firstLong(Object.values(toObject(entry) ?? { VALUE: entry }))),
      readBy(z.array(choice).max(MOST_CHOICES), (raw) => toList(raw)?.map(toChoiceChange)),
    ),
  ),
  [],
);

/** What can be said of a field at any time. */
export const changeableParams = {
  XML_ID: field.givenText('External code'),
  SORT: optional('Where it stands among the others', readBy(wire.integer, toPlace)),
  MANDATORY: field.changeFlag('Y: nobody may be without it'),
  SHOW_FILTER: field.changeFlag('Y: offered where people are filtered'),
  SHOW_IN_LIST: field.changeFlag('Y: shown where people are listed'),
  EDIT_IN_LIST: field.changeFlag('Y: can be changed there'),
  IS_SEARCHABLE: field.changeFlag('Y: people are found by it'),
  SETTINGS: field.map('Further settings, by the type'),
  LIST: choices,
  EDIT_FORM_LABEL: label('What it is called where people are edited'),
  LIST_COLUMN_LABEL: label('What it is called where people are listed'),
  LIST_FILTER_LABEL: label('What it is called where people are filtered'),
  ERROR_MESSAGE: label('What is said of a value that it cannot take'),
  HELP_MESSAGE: label('What explains it'),
  LABEL: label('In the place of each of these that is not given'),
} as const;

/** What is said once and stays. */
export const foundingParams = {
  FIELD_NAME: field.requiredText('Code of the field; UF_USR_ is put before it'),
  USER_TYPE_ID: present(
    `Type of the field: ${FIELD_TYPES.join(', ')}`,
    measured(
      textUpTo(NAME_LENGTH),
      readBy(wire.textOf(NAME_LENGTH), (raw) => (raw === null ? '' : toText(raw)?.trim().toLowerCase())),
    ),
  ),
  MULTIPLE: field.flag('Y: it takes several values', false),
  HANDLER: field.text('Of a type that the portal does not know itself: the page that shows it', 2048),
} as const;

type Changeable = Values<typeof changeableParams>;
export type Changed = Partial<Omit<UserFieldDraft, 'portalId' | 'code' | 'type' | 'isMultiple'>>;

export function isKnownType(word: string | undefined): word is FieldType {
  return FIELD_TYPES.some((type) => type === word);
}

/** A field of which nothing was said. */
export const NEW_FIELD = {
  externalId: null,
  sort: 100,
  isMandatory: false,
  isSearchable: false,
  isFilter: false,
  isListed: true,
  isEditable: true,
  settings: {},
} as const;

/** What is to be another about a field of that type; what was not given stays. */
export function toChanged(type: FieldType, params: Changeable, known?: Settings): Changed {
  const said = {
    externalId: params.XML_ID,
    sort: params.SORT,
    isMandatory: params.MANDATORY,
    isSearchable: params.IS_SEARCHABLE,
    isFilter: params.SHOW_FILTER,
    isListed: params.SHOW_IN_LIST,
    isEditable: params.EDIT_IN_LIST,
    settings: toSettings(type, params.SETTINGS, known),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The labels that were given, over those there are; `LABEL` stands for what was never named. */
export function toLabels(params: Changeable, known: Labels = {}): Labels {
  const named = {
    form: params.EDIT_FORM_LABEL,
    column: params.LIST_COLUMN_LABEL,
    filter: params.LIST_FILTER_LABEL,
    error: params.ERROR_MESSAGE,
    help: params.HELP_MESSAGE,
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([kind, texts]) => {
      const before = known[kind as keyof Labels];
      const said = texts ? { ...(texts[''] === undefined && before), ...texts } : (params.LABEL ?? before);
      return said ? [[kind, said]] : [];
    }),
  );
}

function toChoiceChange(raw: unknown): ChoiceChange {
  const { ID, VALUE, SORT, DEF, XML_ID, DEL } = toObject(raw) ?? { VALUE: raw };
  const said = {
    id: toId(ID) || undefined,
    value: toText(VALUE)?.trim(),
    sort: toPlace(SORT),
    isDefault: toFlag(DEF),
    externalId: toText(XML_ID),
    isGone: toFlag(DEL),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
