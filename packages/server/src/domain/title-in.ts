/** The words in the first of those languages that there are any in, else in English, else the first that were given. */
export function titleIn<Title extends { readonly language: string }>(
  titles: readonly Title[],
  ...languages: readonly string[]
): Title | undefined {
  for (const language of [...languages, 'en']) {
    const found = titles.find((title) => title.language === language.toLowerCase());
    if (found) return found;
  }
  return titles[0];
}
