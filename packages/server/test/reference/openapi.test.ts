import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import { readParams } from '#api/kernel/definition/read-params.ts';
import { methods } from '#api/methods.generated.ts';
import type { JsonSchema } from '#api/reference/json-schema.ts';
import { inWorld } from '../world.ts';
import { openApiText } from './openapi-text.ts';
import { ODD_VALUES, validSamples } from './samples.ts';

interface Operation {
  readonly operationId: string;
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { example?: unknown }>> }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const document = JSON.parse(openApiText()) as Document;
const { schemas } = document.components;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false, strictRequired: false });
ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components']);
ajv.addSchema({ ...document, $id: 'document' });

const requestOf = (method: Method) =>
  document.paths[`/${method.name}`]?.post.requestBody.content['application/json'].schema ?? {};
const validatorOf = (method: Method, part: string) =>
  ajv.compile({
    $ref: `document#/paths/~1${encodeURIComponent(method.name)}/post/${part}/content/application~1json/schema`,
  });
const validators = new Map(methods.map((method) => [method, validatorOf(method, 'requestBody')]));
const isTaken = (method: Method, params: unknown) => validators.get(method)?.(params) === true;

/** Whether the method's own reader finds fault with it. */
function faultsIn(method: Method, params: Readonly<Record<string, unknown>>): string[] {
  return [...readParams(method, params).faulty];
}

describe('the OpenAPI document', () => {
  it('is one that a validator finds no fault with', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(openApiText()));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('shows a refusal with the status 200 beside the result', () => {
    const [ok] = Object.entries(document.paths['/placement.bind']?.post.responses ?? {});
    expect(ok).toMatchObject([
      '200',
      {
        description: expect.stringContaining('- `ERROR_PLACEMENT_USER_MODE`: User mode is not available'),
        content: {
          'application/json': { schema: { anyOf: [{ type: 'object' }, { $ref: '#/components/schemas/Error' }] } },
        },
      },
    ]);
  });

  it('is served to anybody', () =>
    inWorld({}, async ({ app }) => {
      const response = await fetch(`${app.url}/openapi.json`);
      expect([
        response.status,
        response.headers.get('content-type'),
        response.headers.get('access-control-allow-origin'),
      ]).toEqual([200, 'application/json; charset=utf-8', '*']);
      expect(await response.json()).toEqual(document);
    }));

  it('has every method under a name of its own, which stays one without case, dots and underscores', () => {
    const ids = Object.values(document.paths).map(({ post }) => post.operationId);
    expect(ids).toHaveLength(methods.length);
    expect(ids.filter((id) => !/^[A-Za-z][A-Za-z0-9]*$/.test(id))).toEqual([]);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
  });

  it('takes the documented examples', () => {
    const wrong = methods.filter((method) => !isTaken(method, method.example.params)).map(({ name }) => name);
    expect(wrong).toEqual([]);
  });

  it('gives the documented results', () => {
    const wrong = methods.flatMap((method) => {
      const example = document.paths[`/${method.name}`]?.post.responses['200']?.content['application/json']?.example;
      const isFine = example === undefined || validatorOf(method, 'responses/200')(example);
      return isFine ? [] : [method.name];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a request', () => {
  it('that the document takes, with every parameter, is read', () => {
    const wrong = methods.flatMap((method) => {
      const samples = validSamples(requestOf(method), schemas) as Record<string, unknown>[];
      return samples.flatMap((params) => {
        const faults = faultsIn(method, params).filter((name) => !isEmptyList(params[name]));
        return isTaken(method, params) && faults.length === 0
          ? []
          : [
              `${method.name} ${faults} ${ajv.errorsText(validators.get(method)?.errors)} ${JSON.stringify(params)}`.slice(
                0,
                400,
              ),
            ];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('that lacks a required parameter is taken by neither', () => {
    const wrong = methods.flatMap((method) => {
      const { required = [] } = requestOf(method);
      return required.flatMap((name) => {
        const { [name]: _, ...rest } = method.example.params;
        const isMissed = faultsIn(method, rest).length > 0 || method.params[name]?.parse(undefined).ok === true;
        return !isTaken(method, rest) && isMissed ? [] : [`${method.name} ${name}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  // What readers make of such values is shown in wire-types.test.ts.
  it('is refused by the document when a parameter has another form', () => {
    const wrong = methods.flatMap((method) =>
      Object.keys(requestOf(method).properties ?? {}).flatMap((name) => {
        const refused = ODD_VALUES.filter((value) => !isTaken(method, { ...method.example.params, [name]: value }));
        return refused.length > 0 ? [] : [`${method.name} ${name} takes everything`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
