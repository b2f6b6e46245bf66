/** A field of a form; null: it is left out. */
export type VariantField = readonly [name: string, value: string | null];

/** A form with other fields, in the order of before; those that it had not got come last. */
export function withFields(body: string, fields: readonly VariantField[]): string {
  let pairs = pairsOf(body);
  for (const [name, value] of fields) {
    const at = pairs.findIndex((pair) => isWithin(pair[0], name));
    const rest = pairs.filter((pair) => !isWithin(pair[0], name));
    if (value !== null) rest.splice(at < 0 ? rest.length : at, 0, [name, value]);
    pairs = rest;
  }
  return pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
}

/** What has to be changed in one form to have another; fields whose names `stays` fits are left as they are. */
export function fieldsBetween(before: string, after: string, stays: (name: string) => boolean): VariantField[] {
  const old = new Map(pairsOf(before));
  const wanted = new Map(pairsOf(after));
  const changed = [...wanted].filter(([name, value]) => !stays(name) && old.get(name) !== value);
  const gone = [...old.keys()].filter((name) => !stays(name) && !wanted.has(name));
  return [...gone.map((name) => [name, null] as const), ...changed];
}

/** The field itself, or one within it: `data[PARAMS][MESSAGE]` is within `data[PARAMS]`. */
function isWithin(name: string, outer: string): boolean {
  return name === outer || name.startsWith(`${outer}[`);
}

function pairsOf(body: string): [string, string][] {
  return [...new URLSearchParams(body)];
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}
