import type { Params } from './frame.ts';

export interface AskedCommand {
  readonly name: string;
  readonly params: Params;
  /** Whom the answer is for: `key:JSON`. */
  readonly key: string;
}

/** What the library of an application says, `command[:JSON]:key:APP_SID`; undefined: it is none of that opening, or nonsense. */
export function askedCommand(text: string, sid: string): AskedCommand | undefined {
  const beforeSid = text.lastIndexOf(':');
  const beforeKey = text.lastIndexOf(':', beforeSid - 1);
  if (beforeKey < 1 || text.slice(beforeSid + 1) !== sid) return undefined;
  const said = text.slice(0, beforeKey);
  const afterName = said.indexOf(':');
  const params = afterName === -1 ? {} : objectIn(said.slice(afterName + 1));
  const name = afterName === -1 ? said : said.slice(0, afterName);
  return params && { name, params, key: text.slice(beforeKey + 1, beforeSid) };
}

function objectIn(json: string): Params | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' ? ((value ?? {}) as Params) : undefined;
  } catch {
    return undefined;
  }
}
