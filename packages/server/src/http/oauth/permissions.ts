import type { ApplicationTexts } from '../pages/texts/applications/en.ts';

/**
 * What permissions let a program do, for somebody who has never heard of permissions: in the order given; one that we
 * have no words for under its own name.
 */
export function inPlainWords(scope: readonly string[], { can, another }: ApplicationTexts): string[] {
  const words: Readonly<Record<string, string>> = can;
  return scope.map((one) => words[one] ?? another(one));
}
