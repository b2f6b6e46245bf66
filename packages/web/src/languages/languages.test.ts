import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import { REFUSAL_REASONS } from '../../../server/src/control/refusal.ts';
import { CAUSE_KINDS } from '../../../server/src/domain/event-cause.ts';
import de from './de.json';
import en from './en.json';
import methodsInGerman from './methods/de.json';
import methodsInRussian from './methods/ru.json';
import { pluralRules } from './plural-rules.ts';
import ru from './ru.json';

const FORMS = { en: 2, de: 2, ru: 3 } as const;
const LANGUAGES = { en, de, ru };
/** A number that each form of each language is for. */
const COUNTS = [0, 1, 2, 5, 11, 21, 22, 25, 100, 101];

const i18n = createI18n({ legacy: false, locale: 'en', messages: LANGUAGES, pluralRules, missingWarn: false });

function messagesIn(tree: object, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as [string, string]] : messagesIn(value, `${path}${name}.`),
  );
}

const keysOf = (tree: object) => messagesIn(tree).map(([key]) => key);
const placesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Every file of the pages that shows texts. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(vue|ts)$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe.each(Object.entries(LANGUAGES))('the texts in %s', (language, messages) => {
  it('are there for every key of English, and for no other', () => {
    expect(keysOf(messages).sort()).toEqual(keysOf(en).sort());
  });

  it('all compile, and take the same values as in English', () => {
    i18n.global.locale.value = language as keyof typeof LANGUAGES;
    const english = new Map(messagesIn(en));
    for (const [key, text] of messagesIn(messages)) {
      expect(placesIn(text), key).toEqual(placesIn(english.get(key) ?? ''));
      const values = Object.fromEntries(placesIn(text).map((place) => [place.slice(1, -1), 'value']));
      expect(i18n.global.t(key, values), key).not.toMatch(/[{}]|^$/);
    }
  });

  it('have a form for every number', () => {
    i18n.global.locale.value = language as keyof typeof LANGUAGES;
    const plural = messagesIn(messages).filter(([, text]) => text.includes('|'));
    for (const [key, text] of plural) {
      expect(text.split('|'), key).toHaveLength(FORMS[language as keyof typeof FORMS]);
      for (const count of COUNTS) expect(i18n.global.t(key, { count, name: '' }, count), key).not.toMatch(/\||^$/);
    }
  });
});

it('say in Russian one, few and many as the number asks for', () => {
  i18n.global.locale.value = 'ru';
  const said = [1, 2, 5, 11, 21, 22].map((count) => i18n.global.t('chats.unread', { count }, count).split(' ')[1]);
  expect(said).toEqual([
    'непрочитанное',
    'непрочитанных',
    'непрочитанных',
    'непрочитанных',
    'непрочитанное',
    'непрочитанных',
  ]);
});

it.each(['de', 'ru'] as const)('say in %s, not in English, why an event did not arrive', (language) => {
  expect(Object.keys(en.causes).sort()).toEqual([...CAUSE_KINDS, 'quoted'].sort());
  const english = new Map(Object.entries(en.causes));
  const same = Object.entries(LANGUAGES[language].causes).filter(([kind, text]) => text === english.get(kind));
  expect(same).toEqual([]);
});

it.each(['de', 'ru'] as const)('say in %s, not in English, why a command of a page is refused', (language) => {
  expect(Object.keys(en.refusals).sort()).toEqual([...REFUSAL_REASONS].sort());
  const english = new Map(Object.entries(en.refusals));
  const same = Object.entries(LANGUAGES[language].refusals).filter(([reason, text]) => text === english.get(reason));
  expect(same).toEqual([]);
});

it.each([
  ['de', methodsInGerman],
  ['ru', methodsInRussian],
])('say in %s what every method does, and of none that is not there', (_, texts) => {
  const file = join(import.meta.dirname, '../../../../docs/reference/openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, { post: { summary: string } }> };
  const summaries = new Set(Object.values(paths).map(({ post }) => post.summary));
  expect(Object.keys(texts).sort()).toEqual([...summaries].sort());
  expect(Object.entries(texts).filter(([english, text]) => text === english)).toEqual([]);
});

it('are there for every key that the pages name', () => {
  const known = new Set(keysOf(en));
  const named = sources(join(import.meta.dirname, '..')).flatMap((text) =>
    [...text.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key ?? ''),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});
