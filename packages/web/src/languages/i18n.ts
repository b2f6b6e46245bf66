import { createI18n } from 'vue-i18n';
import { session } from '../session.ts';
import en from './en.json';
import { keepTexts } from './kept-texts.ts';
import { pluralRules } from './plural-rules.ts';

export const LANGUAGES = ['en', 'de', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

type Messages = typeof en;

/** English comes with the first script, the others are loaded when they are chosen. */
const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: Messages }>>> = {
  de: () => import('./de.json'),
  ru: () => import('./ru.json'),
};

export const i18n = createI18n({
  legacy: false,
  locale: 'en' as Language,
  fallbackLocale: 'en',
  messages: { en } as Record<Language, Messages>,
  pluralRules,
});
keepTexts(i18n.global);

const KEPT_IN = 'language';

/** The language that was chosen in this browser, else that of the person, else that of the browser. */
export function preferredLanguage(): Language {
  const wanted = [
    localStorage.getItem(KEPT_IN),
    session.language,
    ...navigator.languages.map((one) => one.slice(0, 2)),
  ];
  return LANGUAGES.find((language) => language === wanted.find((one) => isLanguage(one))) ?? 'en';
}

export async function useLanguage(language: Language): Promise<void> {
  if (language !== 'en') i18n.global.setLocaleMessage(language, (await loaders[language]()).default);
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_IN, language);
  await useLanguage(language);
}

function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((language) => language === text);
}
