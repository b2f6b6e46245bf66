/**
 * What a domain action answers: the value, or the reason why it refused.
 * A refusal is an expected answer, not an exception; `detail` carries the numbers a message may show.
 */
export type Outcome<T, R extends string = never> = Done<T> | Refused<R>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R extends string> {
  readonly ok: false;
  readonly reason: R;
  readonly detail?: Readonly<Record<string, number | string>>;
}

export function done<const T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refused<const R extends string>(
  reason: R,
  detail?: Readonly<Record<string, number | string>>,
): Refused<R> {
  return detail ? { ok: false, reason, detail } : { ok: false, reason };
}

/** The same outcome with its value turned into something else. */
export function mapDone<T, const U, R extends string>(outcome: Outcome<T, R>, turn: (value: T) => U): Outcome<U, R> {
  return outcome.ok ? done(turn(outcome.value)) : outcome;
}
