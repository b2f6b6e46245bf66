import type { Fields } from './field.ts';

export type Within<N extends string, F extends Fields> = { readonly [K in keyof F as `${N}.${K & string}`]: F[K] };

/** The same fields as children of the parameter `name`: `within('FIELDS', { CODE })` is `{ 'FIELDS.CODE': CODE }`. */
export function within<const N extends string, F extends Fields>(name: N, fields: F): Within<N, F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [`${name}.${key}`, field])) as Within<N, F>;
}

/** The values of those children under their own names again. */
export function childrenOf<const N extends string, P extends Readonly<Record<string, unknown>>>(
  name: N,
  params: P,
): { readonly [K in keyof P as K extends `${N}.${infer C}` ? C : never]: P[K] } {
  const prefix = `${name}.`;
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  ) as never;
}
