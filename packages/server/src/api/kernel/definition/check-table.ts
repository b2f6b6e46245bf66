import type { Refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { ApiError, systemErrors } from '../call/api-error.ts';
import { sentAs } from '../wire/sent-as.ts';
import type { Fault, Parsed } from './field.ts';
import type { Guard } from './lookup.ts';
import type { ApiCaller, ErrorRow, Method } from './method.ts';

/** Parameters as read, each with its value or its fault. */
export type ParsedParams = Readonly<Record<string, Parsed<unknown>>>;

/** Reads what was sent by the method's fields. */
export function readParams(method: Method, sent: Readonly<Record<string, unknown>>): ParsedParams {
  const prepared = method.prepare ? method.prepare(sent) : sent;
  const parsed: Record<string, Parsed<unknown>> = {};
  for (const name in method.params)
    parsed[name] = method.params[name]?.parse(sentAs(name, prepared)) as Parsed<unknown>;
  return parsed;
}

/**
 * Walks the error table from top to bottom and throws the first row that applies; on the way it runs each guard and
 * each look-up at its first row. What comes back is all that the action is given.
 */
export async function walkTable(
  method: Method,
  parsed: ParsedParams,
  context: { readonly work?: Reading; readonly caller: ApiCaller },
): Promise<{ params: Record<string, unknown>; loaded: Record<string, unknown> }> {
  const params: Record<string, unknown> = {};
  const faulty = new Set<string>();
  for (const name in parsed) {
    const one = parsed[name];
    params[name] = one?.ok ? one.value : undefined;
    if (one && !one.ok) faulty.add(name);
  }
  const search = { work: context.work as Reading, caller: context.caller };
  const guards = method.guards.map((select) => select(params));
  const lookups = Object.entries(method.load).map(([name, select]) => [name, select(params)] as const);
  const passed = new Set<Guard<string>>();
  const loaded: Record<string, unknown> = {};
  for (const row of method.errors) {
    if (row.auth && [row.auth].flat().includes(context.caller.auth)) throw toError(row);
    if (faulty.size > 0 && faultOf(method, row, parsed)) throw toError(row);
    if (row.when?.(params as never, faulty)) throw toError(row);
    for (const guard of guards) {
      if (passed.has(guard) || !mentions(row, guard.refuses)) continue;
      const outcome = await guard.check(search);
      if (!outcome.ok) throw refusalError(method, outcome);
      passed.add(guard);
    }
    for (const [name, lookup] of lookups) {
      if (name in loaded || !mentions(row, lookup.refuses)) continue;
      const outcome = await lookup.find(search);
      if (!outcome.ok) throw refusalError(method, outcome);
      loaded[name] = outcome.value;
    }
  }
  // A fault that no row speaks of is still no reason for silence.
  for (const name of faulty) throw systemErrors.invalidValue(name);
  return { params, loaded };
}

/** The row of the table that a refusal belongs to; that there is one is checked where the method is defined. */
export function refusalError(method: Method, refusal: Refused<string>): ApiError {
  const row = method.errors.find((candidate) => mentions(candidate, [refusal.reason]));
  if (!row) throw new Error(`${method.name} has no row for the reason "${refusal.reason}"`);
  return toError(row, refusal.detail);
}

/** The row for a write that the store refused, if the table has one. */
export function unsavedError(method: Method): ApiError | undefined {
  const row = method.errors.find((candidate) => candidate.unsaved);
  return row && toError(row);
}

function toError(row: ErrorRow, detail: Readonly<Record<string, number | string>> = {}): ApiError {
  const message = typeof row.message === 'string' ? row.message : row.message(detail);
  return new ApiError(row.code, message, row.status, row.argument);
}

function mentions(row: ErrorRow, reasons: readonly string[]): boolean {
  if (row.refused === undefined) return false;
  return typeof row.refused === 'string'
    ? reasons.includes(row.refused)
    : row.refused.some((reason) => reasons.includes(reason));
}

function faultOf(method: Method, row: ErrorRow, parsed: ParsedParams): boolean {
  return (
    has(row.missing, 'missing', parsed) ||
    has(row.invalid, 'invalid', parsed) ||
    has(row.oversize, 'oversize', parsed) ||
    has(row.wrong, 'missing', parsed) ||
    has(row.wrong, 'invalid', parsed) ||
    // R6: without a row of its own, too large is simply wrong.
    (!method.errors.some((other) => other.oversize === row.wrong) && has(row.wrong, 'oversize', parsed))
  );
}

function has(name: string | undefined, fault: Fault, parsed: ParsedParams): boolean {
  if (name === undefined) return false;
  const one = parsed[name];
  return one !== undefined && !one.ok && one.fault === fault;
}
