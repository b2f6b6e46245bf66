/*
 * The same answer with keys in another style, at every depth.
 */

/** ATTACH and COLOR_TOKEN become attach and colorToken. */
export function camel(value: unknown): unknown {
  return renamed(value, (key) => key.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()));
}

/** urlPreview becomes urlpreview. */
export function lower(value: unknown): unknown {
  return renamed(value, (key) => key.toLowerCase());
}

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [rename(key), renamed(one, rename)]));
}
