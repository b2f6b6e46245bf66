import { readFileSync } from 'node:fs';
import { statusOf } from '#api/kernel/call/api-error.ts';
import { amendedRows } from '../amendments/error-rows.ts';
import { amendedMethod } from '../amendments/methods.ts';
import { driveMethods } from '../beside-the-catalog/drive.ts';
import { documentedElsewhere } from '../documented-elsewhere.ts';

/** A method as its page documents it; see ../fixtures/README.md. */
export interface DocumentedMethod {
  readonly name: string;
  readonly page: string;
  /** null: none is needed. */
  readonly scope: string | null;
  readonly params: readonly DocumentedParam[];
  /** The parameters of the documented call. */
  readonly request?: Readonly<Record<string, unknown>>;
  /** The documented answer, envelope included. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** Documented types by path: `result.items[].id`. */
  readonly returned: Readonly<Record<string, string>>;
  readonly errors: readonly DocumentedRow[];
}

export interface DocumentedParam {
  readonly name: string;
  readonly required: boolean;
  /** When the requirement depends on something. */
  readonly required_note?: string;
  readonly type?: string;
  /** The values that it may have; unset, any. */
  readonly enum?: readonly unknown[];
  /** What it is when it is left out. */
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  /** Characters, and entries. */
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly children?: readonly DocumentedParam[];
}

export interface DocumentedRow {
  readonly code: string;
  /** null where the page has a code and an explanation only. */
  readonly message: string | null;
  /** null where the page does not say. */
  readonly status: number | null;
}

export interface DocumentedEvent {
  readonly name: string;
  readonly page: string;
  readonly payloads: readonly { readonly label: string; readonly payload?: unknown }[];
  /** Of generation 2: documented types of what stands in `data`, by path. */
  readonly fields?: Readonly<Record<string, string>>;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')) as T;
}

export const documentedMethods: readonly DocumentedMethod[] = [
  ...read<DocumentedMethod[]>('methods.json').map(amendedMethod),
  ...driveMethods,
];
export const documentedEvents: readonly DocumentedEvent[] = read('events.json');

/** `CODE: message`, as contracts and lists of exemptions name a row. */
export function rowKey({ code, message }: DocumentedRow): string {
  return `${code}: ${message ?? ''}`;
}

/** The status that a row is answered with: the page's own, else by the ruling for its code (R2). */
export function statusOfRow({ code, status }: DocumentedRow): number {
  return status ?? statusOf(code);
}

/** The rows in their order; what a page says twice is one row, and what no page says stands last. */
export function rowsOf(method: DocumentedMethod): DocumentedRow[] {
  const rows = [...amendedRows(method.name, method.errors), ...(documentedElsewhere[method.name] ?? [])];
  const byKey = new Map(rows.map((row) => [rowKey(row), row]));
  return [...byKey.values()];
}

/** Whether `text` is what the row documents: N stands for a number or a name. */
export function speaksOf(row: DocumentedRow, text: string): boolean {
  if (row.message === null) return text.startsWith(`${row.code}: `);
  const pattern = rowKey(row)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\bN\b/g, '(?:N|\\S+)');
  return new RegExp(`^${pattern}$`).test(text);
}

/** The row that documents such an answer: one that gives the very text before one that gives a code alone. */
export function rowOf(rows: readonly DocumentedRow[], text: string): DocumentedRow | undefined {
  const speaking = rows.filter((row) => speaksOf(row, text));
  return speaking.find(({ message }) => message !== null) ?? speaking[0];
}

/** A parameter under the name that definitions give it: `FIELDS.CODE` is the CODE within FIELDS. */
export interface NamedParam {
  readonly name: string;
  readonly param: DocumentedParam;
}

/** All parameters, children included, without those whose name is a placeholder for many. */
export function paramsOf(method: DocumentedMethod): NamedParam[] {
  return namedWithin(method.params, '');
}

function namedWithin(params: readonly DocumentedParam[], prefix: string): NamedParam[] {
  return params
    .filter(({ name }) => !/[{}[\]<>]/.test(name))
    .flatMap((param) => [
      { name: prefix + param.name, param },
      ...namedWithin(param.children ?? [], `${prefix}${param.name}.`),
    ]);
}
