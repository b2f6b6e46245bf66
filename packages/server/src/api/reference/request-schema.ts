import type { Field, Fields } from '../kernel/definition/field.ts';
import type { JsonSchema } from './json-schema.ts';

/** Of a parameter that stands for all that are sent: `{any}`. */
const ANY = /^\{.+\}$/;
/** Of one that stands for all whose names begin so: `UF_USR_*`. */
const BEGINNING = /^([A-Z_]+)\*$/;

interface Level {
  readonly properties: Record<string, JsonSchema>;
  readonly required: string[];
}

/** What is sent to a method: an object of its parameters, those with dots within those before the dot. */
export function requestSchema(params: Fields, wireOf: (name: string) => JsonSchema): JsonSchema {
  const own = Object.entries(params).filter(([name]) => !ANY.test(name) && !BEGINNING.test(name));
  const families = Object.keys(params).flatMap((name) => {
    const [, beginning] = BEGINNING.exec(name) ?? [];
    const values = wireOf(name).additionalProperties;
    return beginning === undefined || typeof values !== 'object' ? [] : [[`^${beginning}`, values] as const];
  });
  return {
    ...objectOf(own.map(([name, field]) => [name.split('.'), field, describe(field, wireOf(name))])),
    ...(families.length > 0 && { patternProperties: Object.fromEntries(families) }),
  };
}

type Placed = readonly [path: readonly string[], field: Field<unknown>, schema: JsonSchema];

function objectOf(placed: readonly Placed[]): JsonSchema {
  const { properties, required }: Level = { properties: {}, required: [] };
  const children = new Map<string, Placed[]>();
  for (const [[head = '', ...rest], field, schema] of placed) {
    if (rest.length === 0) properties[head] = schema;
    else children.set(head, [...(children.get(head) ?? []), [rest, field, schema]]);
    if (field.required && !field.unless && !required.includes(head)) required.push(head);
    // Its place among the others is that of its first child.
    if (rest.length > 0) properties[head] ??= {};
  }
  for (const [name, within] of children) properties[name] = objectOf(within);
  const conditions = placed.flatMap(([path, { unless }]) =>
    unless && path.length === 1 ? [{ anyOf: [requires(unless), requires(path)] }] : [],
  );
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    ...(conditions.length > 0 && { allOf: conditions }),
  };
}

const requires = (names: readonly string[]): JsonSchema => ({ type: 'object', required: names });

function describe({ description, fallback }: Field<unknown>, wire: JsonSchema): JsonSchema {
  return { ...wire, description, ...(fallback !== undefined && { default: fallback }) };
}
