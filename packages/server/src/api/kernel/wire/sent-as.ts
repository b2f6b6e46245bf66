import { toObject } from './read.ts';

/**
 * What was sent under a name, which is matched as documented, else whatever its case; `FIELDS.CODE` is the CODE within
 * FIELDS.
 */
export function sentAs(name: string, sent: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(sent, name)) return sent[name];
  const dot = name.indexOf('.');
  if (dot >= 0) {
    const within = toObject(sentAs(name.slice(0, dot), sent));
    return within && sentAs(name.slice(dot + 1), within);
  }
  for (const key in sent) if (key.length === name.length && key.toUpperCase() === name.toUpperCase()) return sent[key];
  return undefined;
}
