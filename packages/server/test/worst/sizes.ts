import { componentOf, type JsonSchema } from '#api/reference/json-schema.ts';

type Components = Readonly<Record<string, JsonSchema>>;
type Known = Readonly<Record<string, unknown>>;

/** Of a text for which no form says how long it may be. */
const LONG_TEXT = 100_000;

/** Each parameter as large as its form allows; those that name something name what is there. */
export function largestParams(schemas: Components, components: Components, known: Known): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [path, schema] of Object.entries(schemas)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let place = params;
    for (const name of names) {
      place[name] ??= {};
      place = place[name] as Record<string, unknown>;
    }
    place[last] =
      Object.hasOwn(known, last) && isList(schema) === Array.isArray(known[last])
        ? known[last]
        : largest(schema, components);
  }
  return params;
}

function isList(schema: JsonSchema): boolean {
  return schema.type === 'array';
}

function largest(schema: JsonSchema, components: Components, depth = 0): unknown {
  const component = componentOf(schema);
  if (component !== undefined) return largest(components[component] ?? {}, components, depth);
  if (schema.anyOf) {
    const sizes = schema.anyOf.map((form) => largest(form, components, depth));
    return sizes.reduce((most, one) => (JSON.stringify(one).length > JSON.stringify(most).length ? one : most));
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.at(-1);
  if (schema.pattern !== undefined && schema.maxLength === undefined) return schema.examples?.[0] ?? '1';
  if (schema.type === 'string') return 'x'.repeat(schema.maxLength ?? (depth === 0 ? LONG_TEXT : 200));
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array') {
    const entry = typeof schema.items === 'object' ? largest(schema.items, components, depth + 1) : 1;
    return Array.from({ length: schema.maxItems ?? (depth === 0 ? 100 : 3) }, (_, i) =>
      typeof entry === 'number' ? entry + i : entry,
    );
  }
  const own = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, largest(one, components, depth + 1)]);
  const more =
    typeof schema.additionalProperties === 'object'
      ? Array.from({ length: 50 }, (_, i) => [
          `NAME_${i}`,
          largest(schema.additionalProperties as JsonSchema, components, depth + 1),
        ])
      : [];
  return Object.fromEntries([...own, ...more]);
}

/** Bodies in which every parameter is of one kind and too large, so many bytes in all. */
export function hugeParams(names: readonly string[], bytes: number): Readonly<Record<string, () => string>> {
  const each = Math.floor(bytes / Math.max(1, names.length)) - 100;
  const fields = Math.floor(4_800 / Math.max(1, names.length)) - 1;
  const texts = {
    digits: '7',
    'percent signs': '%',
    spaces: ' ',
    'open brackets': '[',
    'entries of a list in a text': '[1,1,1,1,1,1,1,1]',
    umlauts: 'ä',
  };
  const of = (value: unknown) => () => JSON.stringify(nested(names, value));
  return {
    ...Object.fromEntries(
      Object.entries(texts).map(([kind, text]) => [
        `texts of ${kind}`,
        () => of(text.repeat(Math.floor(each / Buffer.byteLength(text))))(),
      ]),
    ),
    'long lists': of(Array.from({ length: fields }, (_, i) => i + 1)),
    'lists of long texts': () =>
      of(Array.from({ length: fields }, () => 'x'.repeat(Math.max(1, Math.floor(each / fields) - 4))))(),
    'many keys': of(Object.fromEntries(Array.from({ length: fields }, (_, i) => [`%KEY${i}`, i]))),
  };
}

function nested(names: readonly string[], value: unknown): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const path of names.length === 0 ? ['ANY'] : names) {
    const [first = '', second] = path.split('.');
    if (second === undefined) params[first] = value;
    else if (params[first] === undefined || typeof params[first] === 'object')
      params[first] = { ...(params[first] as object), [second]: value };
  }
  return params;
}
