import { expect } from 'vitest';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import type { Answer } from '../world.ts';
import { added, lost, type Snapshot, snapshot, writes } from './snapshot.ts';
import { othersTouched, type Stage } from './stage.ts';

/** What those hear who are no application, of methods that are for applications. */
export const NO_APPLICATION = systemErrors.applicationRequired().code;

export interface Change {
  readonly lost: string[];
  readonly added: ReturnType<typeof added>;
}

export const NO_CHANGE: Change = { lost: [], added: [] };

/** Calls on a stage, each with what it changes in the store. Between them nothing happens. */
export interface Attempts {
  /** What a call is answered with, and what it leaves behind. */
  watch<T>(call: () => Promise<T>): Promise<{ readonly answer: T; readonly change: Change }>;
  /** The call is refused as the method's page says, or answers as expected without a trace of what is not the caller's. */
  expectHarmless(
    method: Method,
    why: string,
    call: () => Promise<Answer>,
    /** `isOwn`: a row that the call may change wherever it points. */
    more?: { readonly expected?: unknown; isOwn?(row: string): boolean; readonly meets?: true | undefined },
  ): Promise<Answer>;
  /** Whether a row was there before the first call. */
  wasThere(row: string): boolean;
  secretsIn(answer: unknown): string[];
}

export async function attemptsOn(stage: Stage): Promise<Attempts> {
  const { store, settled } = stage.world.app;
  const beginning = await snapshot(store);
  let before: Snapshot = beginning;
  let written: number | string = 0;

  const secretsIn = (answer: unknown) => {
    const text = JSON.stringify(answer);
    return stage.secrets.filter((secret) => text.includes(secret));
  };

  const watch: Attempts['watch'] = async (call) => {
    const answer = await call();
    await settled();
    const count = await writes(store);
    if (count === written) return { answer, change: NO_CHANGE };
    written = count;
    const after = await snapshot(store);
    const change = { lost: lost(before, after), added: added(before, after) };
    before = after;
    return { answer, change };
  };

  const expectHarmless: Attempts['expectHarmless'] = async (
    method,
    why,
    call,
    { expected, isOwn = () => false, meets } = {},
  ) => {
    const { change, answer } = await watch(call);
    const { status, body } = answer;
    const taken = change.lost.filter((row) => !isOwn(row));
    expect({ why, secrets: secretsIn(body), lost: taken }).toEqual({ why, secrets: [], lost: [] });
    // Some refusals have the status 200, too (G54).
    if (expected !== undefined && status === 200 && body.error === undefined) {
      expect({ why, result: body.result }).toEqual({ why, result: expected });
      const touched = othersTouched(stage, change.added).filter((row) => !(meets && row.startsWith('member ')));
      expect({ why, touched }).toEqual({ why, touched: [] });
      return answer;
    }
    const isDocumented =
      method.errors.some(({ code }) => code === body.error) ||
      (method.forApplications && body.error === NO_APPLICATION);
    expect({ why, status, error: body.error, isDocumented, change }).toMatchObject({
      why,
      isDocumented: true,
      change: NO_CHANGE,
    });
    return answer;
  };

  return { watch, expectHarmless, wasThere: (row) => beginning.has(row), secretsIn };
}
