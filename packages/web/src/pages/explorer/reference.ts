/** A method as /openapi.json tells of it. */
export interface Method {
  readonly name: string;
  readonly summary: string;
  readonly scope: string;
  readonly documentation: string;
  readonly params: readonly Param[];
  readonly example: Readonly<Record<string, unknown>>;
  readonly errors: readonly { readonly code: string; readonly text: string }[];
}

export interface Param {
  readonly name: string;
  readonly text: string;
  readonly isRequired: boolean;
  /** How it is typed in: as it is, or as JSON. */
  readonly kind: 'text' | 'number' | 'flag' | 'choice' | 'json';
  readonly choices: readonly string[];
  readonly defaultText: string;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly externalDocs?: { readonly url: string };
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: Schema; readonly example?: Readonly<Record<string, unknown>> }>
    >;
  };
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

interface Reference {
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let loaded: Promise<readonly Method[]> | undefined;

/** All methods by name, read once. */
export function loadMethods(): Promise<readonly Method[]> {
  loaded ??= fetch('/openapi.json')
    .then((response) => response.json())
    .then((reference: Reference) =>
      Object.entries(reference.paths).map(([path, { post }]) => readMethod(path.slice(1), post, reference)),
    );
  return loaded;
}

function readMethod(name: string, operation: Operation, reference: Reference): Method {
  const { schema, example = {} } = operation.requestBody?.content['application/json'] ?? { schema: {} };
  const body = resolved(schema, reference);
  const required = new Set(body.required ?? []);
  return {
    name,
    summary: operation.summary ?? '',
    scope: operation.tags?.[0] ?? '',
    documentation: operation.externalDocs?.url ?? '',
    params: Object.entries(body.properties ?? {}).map(([param, one]) =>
      readParam(param, one, required.has(param), reference),
    ),
    example,
    errors: errorsIn(operation),
  };
}

function readParam(name: string, own: Schema, isRequired: boolean, reference: Reference): Param {
  const schema = resolved(own, reference);
  const choices = (schema.enum ?? []).map(String);
  const isFlag = choices.length === 2 && choices.includes('Y') && choices.includes('N');
  return {
    name,
    text: own.description ?? schema.description ?? '',
    isRequired,
    kind: isFlag ? 'flag' : choices.length > 0 ? 'choice' : kindOf(schema),
    choices,
    defaultText: own.default === undefined ? '' : String(own.default),
  };
}

function kindOf({ type }: Schema): Param['kind'] {
  const types = [type ?? 'string'].flat();
  if (types.includes('object') || types.includes('array')) return 'json';
  return types.includes('string') ? 'text' : types.includes('boolean') ? 'json' : 'number';
}

function resolved(schema: Schema, { components }: Reference): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name === undefined ? undefined : components.schemas[name]) ?? schema;
}

function errorsIn({ responses = {} }: Operation): Method['errors'] {
  return Object.values(responses).flatMap(({ description = '' }) =>
    [...description.matchAll(/^- `([^`]+)`: (.*)$/gm)].map(([, code = '', text = '']) => ({ code, text })),
  );
}
