import { toObject } from './read.ts';

/**
 * What was sent under a name, in whatever case; of several the later one counts, which is what clients mean that send
 * both (R42). `FIELDS.CODE` is the CODE within FIELDS.
 *
 * @param toMap reads what others lie within
 */
export function sentAs(name: string, sent: Readonly<Record<string, unknown>>, toMap = toObject): unknown {
  let value: unknown;
  let isSent = false;
  for (const key in sent) {
    if (key.length !== name.length || (key !== name && key.toUpperCase() !== name.toUpperCase())) continue;
    value = sent[key];
    isSent = true;
  }
  if (isSent) return value;
  const dot = name.indexOf('.');
  if (dot >= 0) {
    const within = toMap(sentAs(name.slice(0, dot), sent, toMap));
    return within && sentAs(name.slice(dot + 1), within, toMap);
  }
  return undefined;
}

/** The same of all keys of an object, as they were written: conditions of a filter, ways to sort. */
export function latestKeys<T>(sent: Readonly<Record<string, T>>): Record<string, T> {
  const byName = new Map<string, string>();
  for (const key in sent) byName.set(key.trim().toUpperCase(), key);
  return Object.fromEntries(Object.entries(sent).filter(([key]) => byName.get(key.trim().toUpperCase()) === key));
}
