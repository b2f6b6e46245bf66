import type { Fields } from './field.ts';

export type Within<N extends string, F extends Fields> = { readonly [K in keyof F as `${N}.${K & string}`]: F[K] };

/** The same fields as children of the parameter `name`: `within('FIELDS', { CODE })` is `{ 'FIELDS.CODE': CODE }`. */
export function within<const N extends string, F extends Fields>(name: N, fields: F): Within<N, F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [`${name}.${key}`, field])) as Within<N, F>;
}

/** By the name of the parent, then of the parameter: what it is called within. All are names of definitions. */
const namesWithin = new Map<string, Map<string, string | undefined>>();

/** The values of those children under their own names again. A loop that remembers names, since calls wait for it. */
export function childrenOf<const N extends string, P extends Readonly<Record<string, unknown>>>(
  name: N,
  params: P,
): { readonly [K in keyof P as K extends `${N}.${infer C}` ? C : never]: P[K] } {
  const names = namesWithin.get(name) ?? new Map<string, string | undefined>();
  namesWithin.set(name, names);
  const children: Record<string, unknown> = {};
  for (const key in params) {
    if (!names.has(key)) names.set(key, key.startsWith(`${name}.`) ? key.slice(name.length + 1) : undefined);
    const child = names.get(key);
    if (child !== undefined) children[child] = params[key];
  }
  return children as never;
}
