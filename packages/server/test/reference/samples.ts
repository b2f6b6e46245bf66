import { componentOf, type JsonSchema } from '#api/reference/json-schema.ts';

type Components = Readonly<Record<string, JsonSchema>>;

/** Values of every kind that the schema takes: each of several forms, each word of a choice, an object with all its properties. */
export function validSamples(schema: JsonSchema, components: Components): readonly unknown[] {
  const component = componentOf(schema);
  if (component !== undefined) return validSamples(components[component] ?? {}, components);
  const own = schema.examples ?? [];
  const forms = (schema.anyOf ?? []).flatMap((form) => validSamples(form, components));
  // A pattern is shown by the examples of what it stands in.
  const samples = [...own, ...forms];
  return samples.length > 0 ? samples : samplesOfType(schema, components);
}

function samplesOfType(schema: JsonSchema, components: Components): readonly unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum;
  switch (schema.type) {
    case 'string':
      return schema.pattern === undefined ? ['text'] : [];
    case 'integer':
    case 'number':
      return [schema.minimum ?? 0];
    case 'boolean':
      return [true, false];
    case 'null':
      return [null];
    case 'array':
      return arraySamples(schema, components);
    case 'object':
      return objectSamples(schema, components);
    default:
      return [];
  }
}

function arraySamples({ items, prefixItems, minItems = 0 }: JsonSchema, components: Components): readonly unknown[] {
  if (prefixItems) return [prefixItems.map((one) => validSamples(one, components)[0])];
  const each = typeof items === 'object' ? validSamples(items, components) : [];
  return minItems === 0 ? [[], each] : [each];
}

function objectSamples({ properties = {}, additionalProperties }: JsonSchema, components: Components) {
  const each = Object.entries(properties).map(([name, one]) => [name, validSamples(one, components)] as const);
  const most = Math.max(1, ...each.map(([, samples]) => samples.length));
  const more = typeof additionalProperties === 'object' ? validSamples(additionalProperties, components) : [];
  return Array.from({ length: most }, (_, i) =>
    Object.fromEntries([
      ...each.map(([name, samples]) => [name, samples[i % samples.length]]),
      ...more.map((sample, at) => [`NAME_${at}`, sample]),
    ]),
  );
}

/** What at least one parameter of every form takes for no value of its own. */
export const ODD_VALUES: readonly unknown[] = [
  {},
  { NO_SUCH_KEY: { NESTED: 1 } },
  [],
  [[]],
  [{}],
  'No such word!',
  '\u0000',
  -3,
  1.5,
  true,
  'x'.repeat(20_000),
];
