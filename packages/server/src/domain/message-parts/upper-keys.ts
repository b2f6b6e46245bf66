/** Deeper than any part goes. */
const DEEPEST = 6;

/** The same document with its keys as parts have them: bgColor, bg_color and BG_COLOR are one (V50). */
export function withUpperKeys(document: unknown, depth = 0): unknown {
  if (typeof document !== 'object' || document === null || depth > DEEPEST) return document;
  if (Array.isArray(document)) return document.map((one) => withUpperKeys(one, depth + 1));
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [upperKey(key), withUpperKeys(value, depth + 1)]),
  );
}

function upperKey(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
