import type { Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import { refusalError, walkTable } from '../definition/check-table.ts';
import type { Method } from '../definition/defined-method.ts';
import type { ReadParams } from '../definition/read-params.ts';
import type { Kept } from '../definition/unfinished.ts';
import type { CallTrace } from './call-trace.ts';

/** Runs a method in its unit of work: the checks of its table, then its action. Throws what it is refused with. */
export async function runMethod(
  method: Method,
  work: Reading,
  caller: ApiCaller,
  read: ReadParams,
  trace: CallTrace,
  kept?: Kept,
): Promise<unknown> {
  const { params, loaded, settled } = await walkTable(method, read, { work, caller, loaded: trace.loaded });
  if (settled) return settled.answer;
  if (method.gathers && kept) kept.found ??= method.gathers();
  const context = { work, caller, params, kept, gathered: kept?.found, ...loaded };
  const outcome = (await method.handle(context)) as Outcome<unknown, string>;
  // Thrown, so that a refusal undoes whatever was written before it.
  if (!outcome.ok) throw refusalError(method, outcome);
  trace.changes = work.announced();
  return outcome.value;
}
