import type { Refused } from '#kit/outcome.ts';
import { FileNotKept } from '#storage/files/file-home.ts';
import { StoreRefused } from '#storage/session.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { ApiError, statusOf, systemErrors } from '../call/api-error.ts';
import type { ApiCaller } from './api-caller.ts';
import type { Method } from './defined-method.ts';
import type { ErrorRow } from './error-row.ts';
import type { Fault } from './field.ts';
import { mentions, planOf } from './plan.ts';
import { droppedFrom, droppedOf, type ReadParams } from './read-params.ts';

/**
 * Walks the error table from top to bottom and throws the first row that applies; on the way it runs each guard and
 * each look-up at its first row. What comes back is all that the action is given, or the answer, if a look-up settled it.
 */
export async function walkTable(
  method: Method,
  read: ReadParams,
  context: {
    readonly work?: Reading;
    readonly caller: ApiCaller;
    /** Where what is found is put, so that it is known of a call that is refused, too. */
    readonly loaded?: Record<string, unknown>;
  },
): Promise<{
  params: Readonly<Record<string, unknown>>;
  loaded: Record<string, unknown>;
  settled?: { readonly answer: unknown };
}> {
  const { values: params, faulty, remarkable } = read;
  const search = { work: context.work as Reading, caller: context.caller };
  const { loaded = {} } = context;
  const { steps, withoutFaults } = planOf(method);
  for (const { row, auth, faults, guards, lookups } of faulty.size > 0 ? steps : withoutFaults) {
    if (auth.length > 0 && auth.includes(context.caller.auth)) throw toError(method, row);
    const fault = faulty.size > 0 ? faults.find(([name, one]) => has(read, name, one)) : undefined;
    if (fault) throw toError(method, row).with(droppedOf(fault[0], remarkable));
    if (row.when?.(params as never, faulty)) throw toError(method, row).with(faulty.size > 0 ? droppedFrom(read) : []);
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
    const isTooLarge = has(read, name, 'oversize');
    throw systemErrors[isTooLarge ? 'tooLarge' : 'invalidValue'](name).with(droppedOf(name, remarkable));
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

/** The row for a write that the store refused, or a file that it did not keep, if the table has one. */
export function unsavedError(method: Method, error: unknown): ApiError | undefined {
  if (!(error instanceof StoreRefused || error instanceof FileNotKept)) return undefined;
  const row = method.errors.find((candidate) => candidate.unsaved);
  return row && toError(method, row);
}

/** The answer of a method that is `forApplications` to whoever is none: its own row for them, if the table has one. */
export function strangerError(method: Method, caller: ApiCaller): ApiError {
  const row = method.errors.find(({ auth }) => [auth].flat().includes(caller.auth));
  return row ? toError(method, row) : systemErrors.applicationRequired();
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

function has({ faulty, remarkable }: ReadParams, name: string, fault: Fault): boolean {
  const parsed = faulty.has(name) ? remarkable[name] : undefined;
  return parsed !== undefined && !parsed.ok && parsed.fault === fault;
}
