import type { CommandTitle } from './command.ts';

/** What a command is called from now on, by language; null: in that one it has no title any more. */
export interface Translation {
  readonly titles: Readonly<Record<string, string | null>>;
  /** Of languages that have no title here nothing is read. */
  readonly params: Readonly<Record<string, string>>;
}

/** The titles after that; languages that are not named keep theirs. */
export function translated(known: readonly CommandTitle[], { titles, params }: Translation): CommandTitle[] {
  const kept = known.filter(({ language }) => !Object.hasOwn(titles, language));
  const given = Object.entries(titles).flatMap(([language, title]) => {
    if (title === null) return [];
    const before = known.find((one) => one.language === language)?.params ?? '';
    return [{ language, title, params: params[language] ?? before }];
  });
  return [...kept, ...given];
}
