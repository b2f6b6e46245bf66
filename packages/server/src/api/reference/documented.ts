import { timeSchema } from '../kernel/call/time-block.ts';
import { refusalStatus } from '../kernel/definition/check-table.ts';
import type { Method } from '../kernel/definition/defined-method.ts';
import type { ErrorRow } from '../kernel/definition/error-row.ts';
import type { EventDefinition } from '../kernel/definition/event.ts';
import { fileSchema } from '../kernel/definition/file-content.ts';
import { authSchema } from '../terms/event/schema.ts';
import { type JsonSchema, toJsonSchemas } from './json-schema.ts';
import { requestSchema } from './request-schema.ts';

/*
 * Definitions as data: what the OpenAPI document, the pages of docs/reference and the types of the client are made from.
 */

export interface DocumentedMethod {
  readonly method: Method;
  /** Of each parameter by its name, dots included. */
  readonly params: Readonly<Record<string, JsonSchema>>;
  readonly request: JsonSchema;
  /** undefined: a file is handed out. */
  readonly result: JsonSchema | undefined;
  readonly errors: readonly DocumentedError[];
}

export interface DocumentedError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly row: ErrorRow;
}

export interface DocumentedEvent {
  readonly event: EventDefinition;
  readonly payload: JsonSchema;
}

export interface Documented {
  readonly methods: readonly DocumentedMethod[];
  readonly events: readonly DocumentedEvent[];
  readonly components: Readonly<Record<string, JsonSchema>>;
}

export function documentedOf(methods: readonly Method[], events: readonly EventDefinition[]): Documented {
  const { schemas, components } = toJsonSchemas({
    time: timeSchema,
    auth: authSchema,
    ...Object.fromEntries(
      methods.flatMap(({ name, params, result }) => [
        ...Object.entries(params).map(([param, { wire }]) => [`param ${name} ${param}`, wire] as const),
        ...(result === fileSchema ? [] : [[`result ${name}`, result] as const]),
      ]),
    ),
    ...Object.fromEntries(events.map(({ name, payload }) => [`event ${name}`, payload])),
  });
  const byName = [...methods].sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    methods: byName.map((method) => {
      const schemaOf = (param: string) => schemas[`param ${method.name} ${param}`] ?? {};
      return {
        method,
        params: Object.fromEntries(Object.keys(method.params).map((param) => [param, schemaOf(param)])),
        request: requestSchema(method.params, schemaOf),
        result: schemas[`result ${method.name}`],
        errors: method.errors.map((row) => documentedError(method, row)),
      };
    }),
    events: [...events]
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map((event) => ({ event, payload: schemas[`event ${event.name}`] ?? {} })),
    components,
  };
}

/** What a message says of the case stands in braces: `{max}`. */
const DETAIL = new Proxy<Record<string, string>>({}, { get: (_, name) => `{${String(name)}}` });

function documentedError(method: Method, row: ErrorRow): DocumentedError {
  const { code, message } = row;
  return {
    status: refusalStatus(method, row),
    code,
    message: typeof message === 'string' ? message : message(DETAIL),
    row,
  };
}

/** `imbot.v2.Chat.Message.send` as imbotV2ChatMessageSend: names stay apart without dots, and are identifiers. */
export function operationId(name: string): string {
  return name
    .split(/[.-]/)
    .map((part, i) => (i === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
}

export function pageUrl({ page }: { readonly page: string }): string {
  const [path = '', anchor] = page.split('#');
  return `https://apidocs.bitrix24.com/${path.replace(/\.md$/, '')}.html${anchor === undefined ? '' : `#${anchor}`}`;
}
