import { shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';

/** By what the definitions say in English: a method whose summary was changed is told of in English until it is translated. */
const loaders: Readonly<Record<string, () => Promise<{ default: Readonly<Record<string, string>> }>>> = {
  de: () => import('../../languages/methods/de.json'),
  ru: () => import('../../languages/methods/ru.json'),
};

export interface Summary {
  readonly text: string;
  /** undefined: that of the page. */
  readonly lang: 'en' | undefined;
}

/** What a method does, in the language of the reader. */
export function useSummaries(): (english: string) => Summary {
  const { locale } = useI18n();
  const known = shallowRef<Readonly<Record<string, string>>>({});
  watch(
    locale,
    async (language) => {
      known.value = (await loaders[language]?.())?.default ?? {};
    },
    { immediate: true },
  );
  return (english) => {
    const text = known.value[english];
    return { text: text ?? english, lang: text === undefined ? 'en' : undefined };
  };
}
