import type { Method } from './defined-method.ts';
import type { ErrorRow } from './error-row.ts';
import type { Guard, Lookup } from './lookup.ts';

/**
 * Refuses a definition that would leave something out without a word: a guard or look-up that no row of the error table
 * places never runs, and a parameter that the method does not have never has a value.
 */
export function checkDefinition(
  method: Pick<Method, 'kind' | 'name' | 'params' | 'guards' | 'load' | 'errors' | 'step'>,
): void {
  const { kind, name, params, guards, load, errors, step } = method;
  const faults = [
    ...guards.flatMap((one, i) => faultsOf(`guard ${i + 1}`, one)),
    ...Object.entries(load).flatMap(([key, one]) => faultsOf(`the look-up "${key}"`, one)),
    ...errors.flatMap((row) => wrongNames(namedIn(row)).map((wrong) => `${labelOf(row)} is about "${wrong}"`)),
    ...(step && kind !== 'read' ? ['it has a step, which only a method that reads runs'] : []),
  ];
  if (faults.length > 0) throw new Error(`${name} cannot be defined: ${faults.join('; ')}`);

  function faultsOf(what: string, select: (params: never) => Guard<string> | Lookup<unknown, string>): string[] {
    const reads = new Set<string>();
    const { refuses } = select(recording(Object.keys(params), reads) as never);
    const unanswered = refuses.filter((reason) => !errors.some((row) => [row.refused].flat().includes(reason)));
    return [
      ...unanswered.map((reason) => `no row of the error table answers "${reason}" of ${what}`),
      ...wrongNames(reads).map((wrong) => `${what} reads "${wrong}"`),
    ];
  }

  function namedIn(row: ErrorRow): Set<string> {
    const { missing, invalid, oversize, wrong } = row;
    const names = new Set([missing, invalid, oversize, wrong].filter((one) => one !== undefined));
    row.when?.(recording(Object.keys(params), names) as never, recordingSet(names));
    return names;
  }

  function wrongNames(names: ReadonlySet<string>): string[] {
    return [...names].filter((one) => !Object.hasOwn(params, one));
  }
}

function labelOf({ code, message }: ErrorRow): string {
  return `the row "${code}: ${typeof message === 'string' ? message : message({})}"`;
}

/** Parameters without a value that note which of them are read. */
function recording(names: readonly string[], reads: Set<string>): object {
  return new Proxy(Object.fromEntries(names.map((name) => [name, undefined])), {
    get(_, name) {
      if (typeof name === 'string') reads.add(name);
      return undefined;
    },
  });
}

/** No parameter is faulty, and which of them are asked about is noted. */
function recordingSet(reads: Set<string>): ReadonlySet<string> {
  class Recording extends Set<string> {
    override has(name: string): boolean {
      reads.add(name);
      return false;
    }
  }
  return new Recording();
}
