import { z } from 'zod';

/** A JSON schema, as far as zod writes it and the documents made from it need it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
}

const COMPONENTS = '#/components/schemas/';

export const refTo = (component: string): JsonSchema => ({ $ref: `${COMPONENTS}${component}` });

export function componentOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith(COMPONENTS) ? $ref.slice(COMPONENTS.length) : undefined;
}

export interface SchemaSet {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** What the schemas refer to, by name. */
  readonly components: Readonly<Record<string, JsonSchema>>;
}

/**
 * All of these schemas at once, so that each component is written once. As input: objects may have more properties than
 * they say, which is how both requests and answers are to be read.
 */
export function toJsonSchemas(schemas: Readonly<Record<string, z.ZodType>>): SchemaSet {
  const whole = z.toJSONSchema(z.object(schemas), {
    io: 'input',
    override: ({ jsonSchema }) => {
      // A number is safe in every language that reads these documents, and a pattern says more than a format.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.pattern !== undefined) delete jsonSchema.format;
      if (jsonSchema.propertyNames && Object.keys(jsonSchema.propertyNames).join() === 'type')
        delete jsonSchema.propertyNames;
    },
  }) as JsonSchema & { readonly $defs?: Readonly<Record<string, JsonSchema>> };
  const { properties = {}, $defs = {} } = JSON.parse(
    JSON.stringify(whole, (key, value) =>
      key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', COMPONENTS) : value,
    ),
  ) as typeof whole;
  return { schemas: properties, components: sorted($defs) };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether it says nothing at all of the value. */
export function isEmpty(schema: JsonSchema): boolean {
  const { description, default: _, examples, ...said } = schema;
  return Object.keys(said).length === 0;
}
