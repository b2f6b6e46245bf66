import { NOT_COUNTED } from '../kernel/definition/page.ts';
import type { Documented, DocumentedError, DocumentedMethod } from './documented.ts';
import { operationId, pageUrl } from './documented.ts';
import { componentOf, type JsonSchema, refTo } from './json-schema.ts';

/*
 * The REST interface as an OpenAPI 3.1 document: https://spec.openapis.org/oas/v3.1.1
 */

type Json = Readonly<Record<string, unknown>>;

const ABOUT = `What bots and programs call. Every method takes GET with a query and POST with a body, as a form or as JSON; here
POST with JSON is described. Names of methods and parameters are found in any case, and most values are read in more spellings
than are written here. Every answer has a result or an error, and a block of times.`;

const errorSchema: JsonSchema = {
  description: 'What is answered in the place of a result',
  type: 'object',
  properties: {
    error: { type: 'string', description: 'The code' },
    error_description: { type: 'string' },
    argument: { type: 'string', description: 'Which argument is wrong, where the method says so' },
    time: refTo('Time'),
  },
  required: ['error', 'error_description'],
};

export function openApiOf({ methods, components }: Documented): Json {
  const paths = Object.fromEntries(methods.map((one) => [`/${one.method.name}`, { post: operation(one) }]));
  const used = usedComponents(paths, components);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Botyard',
      version: '1',
      description: ABOUT,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: '/rest/{userId}/{code}',
        description: 'An incoming webhook: whoever knows its address acts as its person, and needs nothing else',
        variables: {
          userId: { default: '1', description: 'Id of the person' },
          code: { default: 'code', description: 'The secret of the webhook' },
        },
      },
      { url: '/rest', description: 'An application, with an access token' },
    ],
    // A webhook needs nothing beside its address.
    security: [{}, { token: [] }, { bearer: [] }],
    tags: tagsOf(methods).map((name) => ({ name, description: `Methods of \`${name}\`` })),
    paths,
    components: {
      schemas: { ...used, Error: errorSchema },
      responses: {
        Error: { description: 'Any other refusal', ...json(refTo('Error')) },
      },
      securitySchemes: {
        token: { type: 'apiKey', in: 'query', name: 'auth', description: 'The access token of an application' },
        bearer: { type: 'http', scheme: 'bearer', description: 'The same as a header' },
      },
    },
  };
}

/** Those that the value refers to, directly or through others. */
function usedComponents(value: unknown, components: Documented['components']): Record<string, JsonSchema> {
  const used = new Set<string>();
  const follow = (one: unknown) => {
    if (typeof one !== 'object' || one === null) return;
    const name = componentOf(one);
    if (name !== undefined && !used.has(name)) {
      used.add(name);
      follow(components[name]);
    }
    for (const part of Object.values(one)) follow(part);
  };
  follow(value);
  return Object.fromEntries(Object.entries(components).filter(([name]) => used.has(name)));
}

function tagsOf(methods: readonly DocumentedMethod[]): string[] {
  return [...new Set(methods.map(tagOf))].sort();
}

function tagOf({ method: { name } }: DocumentedMethod): string {
  return name.split('.')[0] ?? name;
}

const OK = 200;

function operation(documented: DocumentedMethod): Json {
  const { method, request, errors } = documented;
  const scopes = [method.scope].flat();
  return {
    operationId: operationId(method.name),
    tags: [tagOf(documented)],
    summary: method.summary,
    description: `Permission: ${scopes.map((scope) => `\`${scope}\``).join(' or ')}.`,
    externalDocs: { url: pageUrl(method) },
    requestBody: {
      required: (request.required ?? []).length > 0,
      content: { 'application/json': { schema: request, example: method.example.params } },
    },
    responses: {
      [OK]: answer(documented),
      ...Object.fromEntries(
        [...new Set(errors.map(({ status }) => status))]
          .filter((status) => status !== OK)
          .sort()
          .map((status) => [status, refusal(errors.filter((error) => error.status === status))]),
      ),
      default: { $ref: '#/components/responses/Error' },
    },
    ...(method.forApplications && { security: [{ token: [] }, { bearer: [] }] }),
  };
}

function answer({ method, result, errors }: DocumentedMethod): Json {
  if (!result)
    return {
      description: 'The file',
      content: { 'application/octet-stream': { schema: { type: 'string', contentEncoding: 'binary' } } },
    };
  const integer = { type: 'integer' };
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      result,
      ...(method.isPaged === 'uncounted' && { total: { ...integer, description: '-1: they are not counted' } }),
      ...(method.isPaged === true && {
        next: { ...integer, description: 'Where the next page starts; absent on the last one' },
        total: { ...integer, description: 'How many there are in all' },
      }),
      time: refTo('Time'),
    },
    required: ['result', 'time'],
  };
  const refused = errors.filter(({ status }) => status === OK);
  if (refused.length === 0) return { description: 'The result', ...json(schema, exampleAnswer(method)) };
  const either = { anyOf: [schema, refTo('Error')] };
  return { description: `The result, or an error:\n${listed(refused)}`, ...json(either, exampleAnswer(method)) };
}

function refusal(errors: readonly DocumentedError[]): Json {
  return { description: listed(errors), ...json(refTo('Error')) };
}

function listed(errors: readonly DocumentedError[]): string {
  const lines = errors.map(({ code, message }) => `- \`${code}\`: ${message}`);
  return [...new Set(lines)].join('\n');
}

function json(schema: JsonSchema, example?: unknown): Json {
  return { content: { 'application/json': { schema, ...(example !== undefined && { example }) } } };
}

const TIME = {
  start: 1772098050.123,
  finish: 1772098050.135,
  duration: 0.012,
  processing: 0.01,
  date_start: '2026-02-26T09:27:30+00:00',
  date_finish: '2026-02-26T09:27:30+00:00',
  operating_reset_at: 1772098650,
  operating: 0.01,
};

/** The documented result with what stands around it. */
export function exampleAnswer({ example: { result }, isPaged }: DocumentedMethod['method']): Json {
  const total = isPaged === 'uncounted' ? NOT_COUNTED : Array.isArray(result) ? result.length : undefined;
  return { result, ...(isPaged && total !== undefined && { total }), time: TIME };
}
