import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Field } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { methods } from '#api/methods.generated.ts';
import { isEmpty, toJsonSchemas } from '#api/reference/json-schema.ts';
import { ODD_VALUES, validSamples } from './samples.ts';

/*
 * What a definition says may be sent is what its reader takes.
 */

const fields = new Map<string, Field<unknown>>(
  methods.flatMap((method) => Object.entries(method.params).map(([name, field]) => [`${method.name} ${name}`, field])),
);
const { schemas, components } = toJsonSchemas(Object.fromEntries([...fields].map(([name, { wire }]) => [name, wire])));
const document = { $id: 'wire', components: { schemas: components }, schemas };
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false, strictRequired: false });
ajv.addVocabulary(['components', 'schemas']);
ajv.addSchema(document);

const validators = new Map(
  [...fields.keys()].map((name) => [name, ajv.compile({ $ref: `wire#/schemas/${encodeURIComponent(name)}` })] as const),
);

function isTaken(name: string, value: unknown): boolean {
  return validators.get(name)?.(value) === true;
}

describe('the parameters', () => {
  it('all say what may be sent', () => {
    expect(fields.size).toBeGreaterThanOrEqual(388);
    expect(
      Object.entries(schemas)
        .filter(([, schema]) => isEmpty(schema))
        .map(([name]) => name),
    ).toEqual([]);
    expect(
      Object.entries(components)
        .filter(([, schema]) => isEmpty(schema))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('read whatever they say may be sent', () => {
    const wrong: string[] = [];
    for (const [name, field] of fields) {
      const samples = validSamples(schemas[name] ?? {}, components);
      if (samples.length === 0) wrong.push(`${name} has no sample: a pattern needs an example`);
      for (const value of samples) {
        if (!isTaken(name, value)) wrong.push(told(name, value, validators.get(name)?.errors));
        const parsed = field.parse(value);
        // An empty list is how some ask for nothing at all.
        if (!parsed.ok && !(parsed.fault === 'missing' && isBlank(value))) wrong.push(told(name, value, parsed));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('do not read what they say may not be sent, or read it as nothing', () => {
    const wrong: string[] = [];
    for (const [name, field] of fields) {
      // Numbers and flags are ways to write a text.
      const refused = ODD_VALUES.filter((value) => !isTaken(name, value) && !isTaken(name, toText(value)));
      if (refused.length === 0) wrong.push(`${name} takes everything`);
      const nothing = JSON.stringify(field.parse(undefined));
      for (const value of refused.filter((one) => !isJudgedLater(name, one))) {
        const parsed = field.parse(value);
        // R10: what a lenient parameter cannot read is as good as left out.
        if (parsed.ok && JSON.stringify(parsed) !== nothing && !isBlank(parsed.value))
          wrong.push(told(name, value, parsed));
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** A list or map is taken as such; what is odd within it is found by whoever uses it. */
function isJudgedLater(name: string, value: unknown): boolean {
  return typeof value === 'object' && isTaken(name, Array.isArray(value) ? [] : {});
}

/** Nothing, or 0, the id that nobody has. */
function isBlank(value: unknown): boolean {
  return ['[]', '{}', '[{}]', '""', 'null', '0', '[0]', undefined].includes(JSON.stringify(value));
}

function told(name: string, ...more: readonly unknown[]): string {
  return [name, ...more.map((one) => JSON.stringify(one)?.slice(0, 200))].join(' ');
}
