import type { Refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { ApiError, statusOf, systemErrors } from '../call/api-error.ts';
import { toObject } from '../wire/read.ts';
import { sentAs } from '../wire/sent-as.ts';
import type { ApiCaller } from './api-caller.ts';
import type { Method } from './defined-method.ts';
import type { ErrorRow } from './error-row.ts';
import type { Dropped, Fault, Parsed } from './field.ts';
import { mentions, planOf } from './plan.ts';

/** Parameters as read, each with its value or its fault. */
export type ParsedParams = Readonly<Record<string, Parsed<unknown>>>;

/** Most calls are without a fault: they share the set of none. */
const NONE: ReadonlySet<string> = new Set();

/** Reads what was sent by the method's fields. */
export function readParams(method: Method, sent: Readonly<Record<string, unknown>>): ParsedParams {
  const prepared = method.prepare ? method.prepare(sent) : sent;
  const parsed: Record<string, Parsed<unknown>> = {};
  const toMap = method.hasChildren ? readOnce() : toObject;
  for (const name in method.params)
    parsed[name] = method.params[name]?.parse(sentAs(name, prepared, toMap)) as Parsed<unknown>;
  return parsed;
}

/** FIELDS may come as JSON, and is looked into for each of its children: it is decoded once. */
function readOnce(): typeof toObject {
  const known = new Map<unknown, ReturnType<typeof toObject>>();
  return (raw) => {
    if (typeof raw !== 'string') return toObject(raw);
    if (!known.has(raw)) known.set(raw, toObject(raw));
    return known.get(raw);
  };
}

/** What readers left out of the parameters (R48). */
export function droppedFrom(parsed: ParsedParams): readonly Dropped[] | undefined {
  let all: readonly Dropped[] | undefined;
  for (const name in parsed) {
    const dropped = named(name, parsed[name]);
    if (dropped) all = all ? [...all, ...dropped] : dropped;
  }
  return all;
}

/** Readers do not know the name of what they read. */
function named(name: string, parsed: Parsed<unknown> | undefined): readonly Dropped[] | undefined {
  return parsed?.dropped?.map(({ where, why }) => ({ where: where || name, why }));
}

/**
 * Walks the error table from top to bottom and throws the first row that applies; on the way it runs each guard and
 * each look-up at its first row. What comes back is all that the action is given, or the answer, if a look-up settled it.
 */
export async function walkTable(
  method: Method,
  parsed: ParsedParams,
  context: { readonly work?: Reading; readonly caller: ApiCaller },
): Promise<{
  params: Record<string, unknown>;
  loaded: Record<string, unknown>;
  settled?: { readonly answer: unknown };
}> {
  const params: Record<string, unknown> = {};
  let faulty = NONE;
  for (const name in parsed) {
    const one = parsed[name];
    params[name] = one?.ok ? one.value : undefined;
    if (one && !one.ok) faulty = new Set(faulty).add(name);
  }
  const search = { work: context.work as Reading, caller: context.caller };
  const loaded: Record<string, unknown> = {};
  for (const { row, auth, faults, guards, lookups } of planOf(method)) {
    if (auth.length > 0 && auth.includes(context.caller.auth)) throw toError(method, row);
    const fault = faulty.size > 0 ? faults.find(([name, one]) => has(parsed[name], one)) : undefined;
    if (fault) throw toError(method, row).with(named(fault[0], parsed[fault[0]]));
    if (row.when?.(params as never, faulty))
      throw toError(method, row).with(faulty.size > 0 ? droppedFrom(parsed) : []);
    for (const select of guards) {
      const outcome = await select(params).check(search);
      if (!outcome.ok) throw refusalError(method, outcome);
    }
    for (const [name, select] of lookups) {
      const outcome = await select(params).find(search);
      if (!outcome.ok) throw refusalError(method, outcome);
      loaded[name] = outcome.value;
      const settle = method.settle[name];
      if (settle && outcome.value !== undefined)
        return { params, loaded, settled: { answer: await settle(search, outcome.value) } };
    }
  }
  // A fault that no row speaks of is still no reason for silence.
  for (const name of faulty) {
    const isTooLarge = has(parsed[name], 'oversize');
    throw systemErrors[isTooLarge ? 'tooLarge' : 'invalidValue'](name).with(named(name, parsed[name]));
  }
  return { params, loaded };
}

/** The row of the table that a refusal belongs to; that there is one is checked where the method is defined. */
export function refusalError(method: Method, refusal: Refused<string>): ApiError {
  const row = method.errors.find((candidate) => mentions(candidate, [refusal.reason]));
  if (!row) throw new Error(`${method.name} has no row for the reason "${refusal.reason}"`);
  const why = refusal.detail?.['why'];
  const named = String(row.missing ?? row.invalid ?? '');
  return toError(method, row, refusal.detail).with(typeof why === 'string' ? [{ where: named, why }] : []);
}

/** The row for a write that the store refused, if the table has one. */
export function unsavedError(method: Method): ApiError | undefined {
  const row = method.errors.find((candidate) => candidate.unsaved);
  return row && toError(method, row);
}

/** The status that a row is answered with: what its page states, else by the ruling for its code (R2, V12). */
export function refusalStatus({ generation }: Pick<Method, 'generation'>, { status, code }: ErrorRow): number {
  return status ?? (generation === 'v2' ? 400 : statusOf(code));
}

/** What a row answers; what its text says of the case it takes from `detail`. */
export function toError(
  method: Method,
  row: ErrorRow,
  detail: Readonly<Record<string, number | string>> = {},
): ApiError {
  const message = typeof row.message === 'string' ? row.message : row.message(detail);
  return new ApiError(row.code, message, refusalStatus(method, row), row.argument);
}

function has(parsed: Parsed<unknown> | undefined, fault: Fault): boolean {
  return parsed !== undefined && !parsed.ok && parsed.fault === fault;
}
