import { componentOf, type JsonSchema } from '../../packages/server/src/api/reference/json-schema.ts';

/** A JSON schema as a TypeScript type; components are types of their names. */
export function tsType(schema: JsonSchema, indent = ''): string {
  const component = componentOf(schema);
  if (component !== undefined) return component;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((one) => JSON.stringify(one)));
  if (schema.oneOf) return union(schema.oneOf.map((one) => tsType(one, indent)));
  if (schema.anyOf) return union(schema.anyOf.map((one) => tsType(one, indent)));
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => tsType({ ...schema, type }, indent)));
  switch (schema.type) {
    case 'integer':
      return 'number';
    case 'array':
      return arrayType(schema, indent);
    case 'object':
      return objectType(schema, indent);
    case undefined:
      return 'not' in schema ? 'never' : 'unknown';
    default:
      return String(schema.type);
  }
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ') || 'never';
}

function arrayType({ items, prefixItems }: JsonSchema, indent: string): string {
  if (prefixItems) return `[${prefixItems.map((one) => tsType(one, indent)).join(', ')}]`;
  const item = typeof items === 'object' ? tsType(items, indent) : 'unknown';
  return /[ |]/.test(item) && !item.startsWith('{')
    ? `(${item})[]`
    : item.startsWith('{') && item.includes(' | ')
      ? `(${item})[]`
      : `${item}[]`;
}

function objectType(schema: JsonSchema, indent: string): string {
  const { properties = {}, patternProperties = {}, additionalProperties, required = [] } = schema;
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, one]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return [...comment(one, deeper), `${deeper}${key}${required.includes(name) ? '' : '?'}: ${tsType(one, deeper)};`];
  });
  for (const [pattern, one] of Object.entries(patternProperties)) {
    const [, beginning = ''] = /^\^(\w+)$/.exec(pattern) ?? [];
    lines.push(`${deeper}[name: \`${beginning}\${string}\`]: ${tsType(one, deeper)};`);
  }
  if (typeof additionalProperties === 'object') {
    if (lines.length === 0) return `Record<string, ${tsType(additionalProperties, indent)}>`;
    lines.push(`${deeper}[name: string]: unknown;`);
  }
  return lines.length === 0 ? 'Record<string, never>' : `{\n${lines.join('\n')}\n${indent}}`;
}

function comment({ description, default: fallback }: JsonSchema, indent: string): string[] {
  const text = [description, fallback !== undefined && `Default: ${JSON.stringify(fallback)}`]
    .filter(Boolean)
    .join('. ');
  return text === '' ? [] : [`${indent}/** ${text.replaceAll('*/', '* /')} */`];
}

/** What a type does not say: patterns and limits. */
export function limitsOf(schema: JsonSchema): string {
  const { pattern, minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  return [
    pattern !== undefined && `like \`${pattern}\``,
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `up to ${maximum}`,
    minLength !== undefined && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    minItems !== undefined && `at least ${minItems} entries`,
    maxItems !== undefined && `at most ${maxItems} entries`,
    ...(schema.anyOf ?? []).map((one) => limitsOf(one) && `${tsType(one)}: ${limitsOf(one)}`),
  ]
    .filter((one) => one !== false && one !== '')
    .join('; ');
}
