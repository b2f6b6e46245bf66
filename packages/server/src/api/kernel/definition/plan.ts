import type { AuthKind } from './api-caller.ts';
import type { Method, Placed } from './defined-method.ts';
import type { ErrorRow } from './error-row.ts';
import type { Fault } from './field.ts';
import type { Guard, Lookup } from './lookup.ts';

/** What is done at one row of an error table. */
export interface Step {
  readonly row: ErrorRow;
  /** Ways to prove who calls that are refused here. */
  readonly auth: readonly AuthKind[];
  /** Parameters and what may be wrong with each that is answered here. */
  readonly faults: readonly (readonly [name: string, fault: Fault])[];
  /** Guards and look-ups of which this is the first row. */
  readonly guards: readonly Placed<Guard<string>>[];
  readonly lookups: readonly (readonly [name: string, select: Placed<Lookup<unknown, string>>])[];
}

/** The error table of a method as it is walked. */
interface Plan {
  readonly steps: readonly Step[];
  /** Those at which there is something to do where no parameter is faulty. */
  readonly withoutFaults: readonly Step[];
}

const plans = new WeakMap<Method, Plan>();

/** Made once, as nothing in it depends on a call. */
export function planOf(method: Method): Plan {
  let plan = plans.get(method);
  if (!plan) {
    const steps = toSteps(method);
    plan = { steps, withoutFaults: steps.filter(actsWithoutFaults) };
    plans.set(method, plan);
  }
  return plan;
}

function toSteps({ errors, guards, load }: Method): readonly Step[] {
  const firstRow = (select: Placed<Guard<string> | Lookup<unknown, string>>) => {
    const { refuses } = select({});
    return errors.find((row) => mentions(row, refuses));
  };
  return errors.map((row) => ({
    row,
    auth: row.auth === undefined ? [] : [row.auth].flat(),
    faults: faultsAt(row, errors),
    guards: guards.filter((select) => firstRow(select) === row),
    lookups: Object.entries(load).filter(([, select]) => firstRow(select) === row),
  }));
}

function actsWithoutFaults({ row, auth, guards, lookups }: Step): boolean {
  return row.when !== undefined || auth.length + guards.length + lookups.length > 0;
}

function faultsAt(row: ErrorRow, errors: readonly ErrorRow[]): Step['faults'] {
  const { missing, invalid, oversize, wrong } = row;
  const one = (name: string | undefined, fault: Fault) => (name === undefined ? [] : [[name, fault] as const]);
  const named = new Set([missing, invalid, oversize, wrong]);
  return [
    ...one(missing, 'missing'),
    ...one(invalid, 'invalid'),
    ...one(wrong, 'missing'),
    ...one(wrong, 'invalid'),
    ...[...named].flatMap((name) => (answersOversize(row, name, errors) ? one(name, 'oversize') : [])),
  ];
}

/** R6: too large, without a row of its own, is wrong, else whatever the table says of the parameter. */
const OVERSIZE = ['oversize', 'wrong', 'invalid', 'missing'] as const;

function answersOversize(row: ErrorRow, name: string | undefined, errors: readonly ErrorRow[]): boolean {
  const kind = OVERSIZE.find((one) => errors.some((other) => other[one] === name));
  return kind !== undefined && row[kind] === name;
}

export function mentions({ refused }: ErrorRow, reasons: readonly string[]): boolean {
  if (refused === undefined) return false;
  return typeof refused === 'string' ? reasons.includes(refused) : refused.some((reason) => reasons.includes(reason));
}
