import {
  type Documented,
  type DocumentedError,
  type DocumentedEvent,
  type DocumentedMethod,
  pageUrl,
} from '../../packages/server/src/api/reference/documented.ts';
import { componentOf, type JsonSchema } from '../../packages/server/src/api/reference/json-schema.ts';
import { exampleAnswer } from '../../packages/server/src/api/reference/openapi.ts';
import { callersOf, curl } from './callers.ts';
import { limitsOf, tsType } from './ts-type.ts';

/*
 * Pages of docs/reference: one for each method and event, and one of all types that they share.
 */

const MADE = '<!-- Made by `npm run generate` from the definitions. Do not edit. -->';

export function methodPage(documented: DocumentedMethod): string {
  const { method, params, result, errors } = documented;
  const scopes = [method.scope].flat().map((scope) => `\`${scope}\``);
  return page(
    `# ${method.name}`,
    method.summary,
    [
      `- Permission: ${scopes.join(' or ')}${scopes.includes('`basic`') ? ', which everybody has' : ''}`,
      `- Who may call: ${callersOf(documented)}`,
      ...(method.outsideBatchOnly ? ['- Not within a batch'] : []),
      ...(method.isPaged === 'uncounted' ? ['- Beside the result stands a `total` of -1: nobody has counted'] : []),
      ...(method.isPaged === true
        ? ['- Answers a page of a list: `total` stands beside the result, and `next` while there is more']
        : []),
      `- Implements: <${pageUrl(method)}>`,
    ].join('\n'),
    '## Parameters',
    Object.keys(params).length === 0 ? 'None.' : paramTable(documented),
    '## Result',
    result ? block('ts', tsType(result)) + describedTypes(result) : 'The file itself, with nothing around it.',
    '## Errors',
    errors.length === 0 ? 'None of its own.' : errorTable(errors),
    'Any method can also answer with one of the [errors that all have](README.md#errors-of-all-methods).',
    '## Example',
    block('sh', curl(documented)),
    result ? block('json', JSON.stringify(exampleAnswer(method), null, 2)) : '',
  );
}

function paramTable({ method, params }: DocumentedMethod): string {
  const rows = Object.entries(method.params).map(([name, field]) => {
    const schema = params[name] ?? {};
    const required = field.unless ? `unless ${field.unless.join(' and ')}` : field.required ? 'yes' : '';
    const fallback = field.fallback === undefined ? '' : `\`${field.fallback}\``;
    const limits = limitsOf(schema);
    return [`\`${name}\``, typeCell(schema), required, fallback, field.description + (limits && `. ${limits}`)];
  });
  return table(['name', 'type', 'required', 'default', 'what it is'], rows);
}

function typeCell(schema: JsonSchema): string {
  const text = tsType(schema).replace(/\s+/g, ' ');
  const [first] = namesIn(schema);
  return `\`${text}\`${first === undefined ? '' : ` ([${first}](types.md#${first.toLowerCase()}))`}`;
}

/** The components that stand in the schema itself. */
function namesIn(schema: JsonSchema): string[] {
  const component = componentOf(schema);
  if (component !== undefined) return [component];
  const parts = [
    ...(schema.anyOf ?? []),
    ...Object.values(schema.properties ?? {}),
    ...[schema.items, schema.additionalProperties].filter((one) => typeof one === 'object'),
  ];
  return [...new Set(parts.flatMap(namesIn))];
}

function describedTypes(schema: JsonSchema): string {
  const names = namesIn(schema);
  const links = names.map((name) => `[${name}](types.md#${name.toLowerCase()})`);
  return links.length === 0 ? '' : `\n\n${links.join(', ')}`;
}

function errorTable(errors: readonly DocumentedError[]): string {
  return table(
    ['status', 'code', 'message', 'when'],
    errors.map((error) => [String(error.status), `\`${error.code}\``, error.message, causesOf(error)]),
  );
}

function causesOf({ row }: DocumentedError): string {
  const named = (word: string, name?: string | number | symbol) =>
    name !== undefined && `\`${String(name)}\` is ${word}`;
  return [
    named('missing', row.missing),
    named('not valid', row.invalid),
    named('too large', row.oversize),
    named('missing or not valid', row.wrong),
    row.when && 'the parameters do not go together',
    ...[row.refused ?? []].flat().map((reason) => reason.replaceAll('_', ' ')),
    row.auth !== undefined && `called by ${[row.auth].flat().join(' or ')}`,
    row.unsaved && 'the write was refused',
  ]
    .filter((one) => typeof one === 'string')
    .join('; ');
}

export function eventPage({ event, payload }: DocumentedEvent): string {
  const hearers = {
    bot: 'its bot, and applications that bind it',
    application: 'its application',
    person: 'programs that act for a person, who fetch it',
    anybody: 'applications that bind it, and outgoing webhooks',
  };
  const grants = { nothing: 'nothing', access: 'an access token', refresh: 'an access token and a refresh token' };
  return page(
    `# ${event.name}`,
    [
      `- Permission: \`${event.scope}\``,
      `- Who hears of it: ${hearers[event.tells]}`,
      `- What an application gets with it to call with: ${grants[event.grants]}`,
      `- Implements: <${pageUrl(event)}>`,
    ].join('\n'),
    '## data',
    'As declared; in the form that is sent, every value is a text, and what is empty is left out.',
    block('ts', tsType(payload)) + describedTypes(payload),
  );
}

export function typesPage({ components }: Documented): string {
  const sections = Object.entries(components).flatMap(([name, schema]) => {
    const limits = limitsOf(schema);
    const about = schema.description ?? '';
    return [
      `## ${name}`,
      about + (limits && `${about && '. '}${limits}`),
      block('ts', `type ${name} = ${tsType(schema)};`),
    ];
  });
  return page('# Types', 'Forms that occur in several methods and events.', ...sections);
}

export function indexPage(
  { methods, events }: Documented,
  systemErrors: readonly { status: number; code: string; message: string }[],
): string {
  return page(
    '# Reference',
    'Every method that can be called and every event that is told, from their definitions. The same as an OpenAPI document is [openapi.json](openapi.json), which a portal serves at `/openapi.json`; what people at the machine can ask of a portal is in [control.md](control.md).',
    '## Methods',
    table(
      ['method', 'what it does'],
      methods.map(({ method }) => [`[${method.name}](${method.name}.md)`, method.summary]),
    ),
    '## Events',
    table(
      ['event', 'permission'],
      events.map(({ event }) => [`[${event.name}](${event.name}.md)`, `\`${event.scope}\``]),
    ),
    '## Types',
    'Forms that several of them share are in [types.md](types.md).',
    '## Errors of all methods',
    table(
      ['status', 'code', 'message'],
      systemErrors.map(({ status, code, message }) => [String(status), `\`${code}\``, message]),
    ),
  );
}

function page(...parts: readonly string[]): string {
  return `${[MADE, ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
