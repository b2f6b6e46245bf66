import { expect } from 'vitest';
import type { Answer, Calling, Person, World } from '../world.ts';
import { withScope } from './people.ts';

/*
 * Fields of people that a portal makes for itself: what the tests of their methods share.
 */

/** An administrator, or somebody else, with the permissions that it takes. */
export function fieldAdder(world: World, person: Person = world.alice): Promise<Person> {
  return withScope(world, person, ['user', 'user.userfield']);
}

/** A further field, called SAMPLE unless it says otherwise. */
export function addField(as: Calling, fields: Record<string, unknown>): Promise<number> {
  return as.ok('user.userfield.add', { fields: { FIELD_NAME: 'SAMPLE', ...fields } });
}

export function fieldsOf(as: Calling, params: Record<string, unknown> = {}): Promise<Answer['body'][]> {
  return as.ok('user.userfield.list', params);
}

/** With its labels in English. */
export async function listedField(as: Calling, FIELD_NAME: string): Promise<Answer['body']> {
  return (await fieldsOf(as, { filter: { FIELD_NAME, LANG: 'en' } }))[0];
}

/** What can be said of a field: of which type, what is sent, and what the list tells then. */
const SAMPLES: Readonly<Record<string, readonly [type: string, sent: object, told: object]>> = {
  XML_ID: ['string', { XML_ID: 'outside' }, { XML_ID: 'outside' }],
  SORT: ['string', { SORT: '7' }, { SORT: '7' }],
  MANDATORY: ['string', { MANDATORY: 'Y' }, { MANDATORY: 'Y' }],
  SHOW_FILTER: ['string', { SHOW_FILTER: true }, { SHOW_FILTER: 'Y' }],
  SHOW_IN_LIST: ['string', { SHOW_IN_LIST: 'N' }, { SHOW_IN_LIST: 'N' }],
  EDIT_IN_LIST: ['string', { EDIT_IN_LIST: 'N' }, { EDIT_IN_LIST: 'N' }],
  IS_SEARCHABLE: ['string', { IS_SEARCHABLE: 'Y' }, { IS_SEARCHABLE: 'Y' }],
  EDIT_FORM_LABEL: ['string', { EDIT_FORM_LABEL: { en: 'Form', de: 'Formular' } }, { EDIT_FORM_LABEL: 'Form' }],
  LIST_COLUMN_LABEL: ['string', { LIST_COLUMN_LABEL: 'Column' }, { LIST_COLUMN_LABEL: 'Column' }],
  LIST_FILTER_LABEL: ['string', { LIST_FILTER_LABEL: 'Filter' }, { LIST_FILTER_LABEL: 'Filter' }],
  ERROR_MESSAGE: ['string', { ERROR_MESSAGE: 'Not so' }, { ERROR_MESSAGE: 'Not so' }],
  HELP_MESSAGE: ['string', { HELP_MESSAGE: 'Like so' }, { HELP_MESSAGE: 'Like so' }],
  LABEL: [
    'string',
    { LABEL: 'All', HELP_MESSAGE: 'Help' },
    { EDIT_FORM_LABEL: 'All', LIST_COLUMN_LABEL: 'All', ERROR_MESSAGE: 'All', HELP_MESSAGE: 'Help' },
  ],
};

/** The same of its settings, by type; what is no value for one is its default. */
const SETTINGS: Readonly<Record<string, readonly (readonly [type: string, sent: unknown, told: unknown])[]>> = {
  DEFAULT_VALUE: [
    ['string', 'none', 'none'],
    ['integer', '7', 7],
    ['double', '1.5', 1.5],
    ['boolean', 3, 1],
    ['datetime', { TYPE: 'now' }, { VALUE: '', TYPE: 'NOW' }],
    ['money', '10|USD', '10|USD'],
  ],
  ROWS: [['string', '5', 5]],
  PRECISION: [['double', 4, 4]],
  DISPLAY: [
    ['boolean', 'radio', 'RADIO'],
    ['enumeration', 'DIALOG', 'DIALOG'],
  ],
  LIST_HEIGHT: [['enumeration', 3, 3]],
  IBLOCK_TYPE_ID: [['iblock_section', 'lists', 'lists']],
  IBLOCK_ID: [['iblock_element', 12, '12']],
  ACTIVE_FILTER: [['iblock_element', 'Y', 'Y']],
  ENTITY_TYPE: [['crm_status', 'SOURCE', 'SOURCE']],
  LEAD: [
    ['crm', 'Y', 'Y'],
    ['crm', 'N', 'N'],
  ],
  CONTACT: [['crm', 'Y', 'Y']],
  COMPANY: [['crm', 'Y', 'Y']],
  DEAL: [['crm', 'Y', 'Y']],
};

type Observer = (world: World) => Promise<void>;

/** For each of the samples a test that says it of a field of that type and sees what the list tells of it then. */
export function observeFieldParams(
  say: (as: Calling, type: string, fields: object) => Promise<Answer['body']>,
): Record<string, Observer> {
  const plain = Object.entries(SAMPLES).map(([name, [type, sent, told]]): [string, Observer] => [
    `fields.${name}`,
    async (world) => expect(await say(await fieldAdder(world), type, sent)).toMatchObject(told),
  ]);
  const settings = Object.entries(SETTINGS).map(([name, samples]): [string, Observer] => [
    `fields.SETTINGS.${name}`,
    async (world) => {
      const as = await fieldAdder(world);
      for (const [type, sent, told] of samples) {
        // A field of the CRM that could hold nothing else holds leads.
        const more = name === 'LEAD' && { DEAL: 'Y' };
        const field = await say(as, type, { SETTINGS: { [name]: sent, ...more } });
        expect(field.SETTINGS).toMatchObject({ [name]: told });
        await as.ok('user.userfield.delete', { id: field.ID });
      }
    },
  ]);
  return Object.fromEntries([...plain, ...settings]);
}
