import type { Incoming } from '../../incoming.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { ru } from './ru.ts';

const LANGUAGES = { en, de, ru } as const;
export type PageLanguage = keyof typeof LANGUAGES;

/** What a page says, and in which language. */
export interface Wording {
  readonly language: PageLanguage;
  readonly texts: Texts;
}

/** In the language of the person, where one is known, else in the first of those that their browser asks for. */
export function wordingFor({ headers }: Pick<Incoming, 'headers'>, person = ''): Wording {
  const asked = (headers['accept-language'] ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  const language = [person, ...asked].find(isSpoken) ?? 'en';
  return { language, texts: LANGUAGES[language] };
}

function isSpoken(language: string): language is PageLanguage {
  return Object.hasOwn(LANGUAGES, language);
}
