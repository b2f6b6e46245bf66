/** What stands before the code of every field that a portal has made for itself. */
const OWN_PREFIX = 'UF_USR_';

export function fieldName({ code }: { readonly code: string }): string {
  return `${OWN_PREFIX}${code}`;
}

/** `deals`, `UF_DEALS` and `UF_USR_DEALS` are all one. */
export function parseFieldCode(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(/^UF_(?:USR_)?/, '');
}

export function isFieldName(name: string): boolean {
  return name.toUpperCase().startsWith(OWN_PREFIX);
}
