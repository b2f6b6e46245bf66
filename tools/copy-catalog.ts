/*
 * Copies from a catalog of the documented API what the contract tests compare with: names, parameters, examples,
 * answers and errors of methods, payloads of events. Descriptions stay behind.
 *   npx tsx tools/copy-catalog.ts <folder with methods.json and events.json>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface CatalogParam {
  readonly name: string;
  readonly required: boolean;
  readonly required_note?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly children?: readonly CatalogParam[];
}

interface CatalogMethod {
  readonly name: string;
  readonly source: string;
  readonly scope: string;
  readonly params?: readonly CatalogParam[];
  readonly examples?: { readonly webhook_json?: unknown; readonly oauth_json?: unknown };
  readonly response?: { readonly status?: number; readonly example?: unknown };
  readonly returned?: readonly { readonly path: string; readonly type: string }[];
  readonly errors?: readonly {
    readonly code: string;
    readonly message: string | null;
    readonly status: number | null;
  }[];
}

interface CatalogEvent {
  readonly name: string;
  readonly source: string;
  readonly payload_label?: string;
  readonly payload?: unknown;
  readonly more_payloads?: readonly { readonly label: string; readonly payload: unknown }[];
  /** The whole body, of events of generation 2: their payload is only what stands in `data`. */
  readonly webhook_payload?: unknown;
  readonly fields?: readonly { readonly path: string; readonly type: string; readonly only?: string }[];
}

const target = fileURLToPath(new URL('../packages/server/test/contract/fixtures/', import.meta.url));

function copyParam({ name, required, required_note, type, children = [], ...values }: CatalogParam): unknown {
  return {
    name,
    required,
    required_note,
    type,
    enum: values.enum,
    default: values.default,
    min: values.min,
    max: values.max,
    maxLength: values.maxLength,
    maxItems: values.maxItems,
    children: children.length > 0 ? children.map(copyParam) : undefined,
  };
}

function copyMethod(method: CatalogMethod): unknown {
  return {
    name: method.name,
    page: method.source.replace(/\.md$/, ''),
    scope: method.scope,
    params: (method.params ?? []).map(copyParam),
    request: method.examples?.webhook_json ?? method.examples?.oauth_json,
    answer: withoutSecrets(method.response?.example),
    returned: Object.fromEntries((method.returned ?? []).map(({ path, type }) => [path, type])),
    errors: (method.errors ?? []).map(({ code, message, status }) => ({ code, message: plain(message), status })),
  };
}

/** Some pages show a text as it stands in JSON; what stands for a name is N, as what stands for a number. */
function plain(message: string | null): string | null {
  return message === null ? null : message.replaceAll('\\u0027', "'").replace(/\*+/g, 'N');
}

function copyEvent({
  name,
  source,
  payload,
  payload_label: label = '',
  more_payloads: more = [],
  webhook_payload: called,
  fields = [],
}: CatalogEvent): unknown {
  const documented = called === undefined ? [{ label, payload }, ...more] : [{ label: 'by webhook', payload: called }];
  const payloads = documented.map((one) => ({ label: one.label, payload: withoutSecrets(one.payload) }));
  const told = fields.filter(({ only }) => only !== 'fetch').map(({ path, type }) => [path, type]);
  const page = source.replace(/\.md$/, '');
  return { name, page, payloads, ...(called !== undefined && { fields: Object.fromEntries(told) }) };
}

/** What looks like a key or a token is of no use in a comparison of shapes, and alarms those who scan for leaked ones. */
function withoutSecrets(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutSecrets(one, name)]));
  }
  return typeof value === 'string' && /token|secret/i.test(key) ? '...' : value;
}

/** One entry per line: a change of a page is a change of a line. */
function write(file: string, entries: readonly unknown[]): void {
  writeFileSync(join(target, file), `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`);
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('Say where the catalog lies: npx tsx tools/copy-catalog.ts <folder>');
  process.exitCode = 1;
} else {
  const read = (file: string) => JSON.parse(readFileSync(join(source, file), 'utf8'));
  write('methods.json', (read('methods.json') as CatalogMethod[]).map(copyMethod));
  write('events.json', (read('events.json') as CatalogEvent[]).map(copyEvent));
}
