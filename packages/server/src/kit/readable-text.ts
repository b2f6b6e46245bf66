/** Whether every text in it, names of fields included, can be kept as it is: no U+0000 and no half of a surrogate pair. */
export function isReadableText(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value) {
    if (!isReadableText(key) || !isReadableText((value as Readonly<Record<string, unknown>>)[key])) return false;
  }
  return true;
}
