import type { i18n } from './i18n.ts';

type Global = (typeof i18n)['global'];

/**
 * Lets texts without parameters be made once for each language: vue-i18n makes each anew, 0.1 ms long, and every row of
 * a conversation has three of them.
 */
export function keepTexts(global: Global): void {
  const { t } = global;
  const kept = new Map<string, string>();
  const keeping = (...[key, ...more]: [string, ...unknown[]]): string => {
    if (more.length > 0) return t(key, ...(more as [Record<string, unknown>]));
    // Reading the language is what has templates rendered anew when it changes.
    const at = `${global.locale.value} ${key}`;
    const known = kept.get(at);
    if (known !== undefined) return known;
    const made = t(key);
    kept.set(at, made);
    return made;
  };
  global.t = keeping as typeof t;
}
