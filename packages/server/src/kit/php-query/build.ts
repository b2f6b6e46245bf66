import { type QueryName, ROOT } from './query-name.ts';

export interface QueryRules {
  /** `empty`: `name=`, as events are sent. `omitted`: left out, as PHP's `http_build_query` does. */
  readonly nulls: 'empty' | 'omitted';
}

/**
 * Writes `a%5Bb%5D=1&c=x+y` the way PHP's `http_build_query` does, in the order of the keys: true is 1, false is 0,
 * and what is empty or undefined leaves no trace. Other than in PHP null is sent as an empty text unless told
 * otherwise: that is how the handlers of events know it.
 */
export function buildPhpQuery(
  value: Readonly<Record<string, unknown>>,
  { nulls }: QueryRules = { nulls: 'empty' },
): string {
  return append('', ROOT, value, nulls === 'empty' ? '' : undefined).slice(1);
}

function append(
  query: string,
  outer: QueryName,
  items: Readonly<Record<string, unknown>>,
  nullText: string | undefined,
): string {
  let longer = query;
  for (const key of Object.keys(items)) {
    const value = items[key];
    const name = outer.at(key);
    if (typeof value === 'object' && value !== null) longer = append(longer, name, value as typeof items, nullText);
    else {
      const text = value === null ? nullText : name.encode(value);
      if (text !== undefined) longer = longer + name.start + text;
    }
  }
  return longer;
}
