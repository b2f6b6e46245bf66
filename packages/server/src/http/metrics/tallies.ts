/** Upper bounds of how long handlers took to answer, in seconds. */
export const ANSWERED_WITHIN = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export interface CallTally {
  count: number;
  milliseconds: number;
}

/** Of the tries to tell one receiver something. */
export interface TryTally {
  /** By what became of the event. */
  readonly results: Map<string, number>;
  /** Answers by how long they took: one count for each bound, and one for those beyond. */
  readonly answers: number[];
  answerMilliseconds: number;
}

/**
 * What is counted while the portal works: plain numbers, since it is done with every call and every event. They are
 * given the form of metrics when somebody asks for those.
 */
export class Tallies {
  /** By method and error code; '' stands for an unknown method, and for success. */
  readonly calls = new Map<string, Map<string, CallTally>>();
  readonly tries = new Map<number, TryTally>();
  /** Failures of ours, by the part that failed. */
  readonly failures = new Map<string, number>();

  called(method: string, code: string, milliseconds: number): void {
    let codes = this.calls.get(method);
    if (!codes) {
      codes = new Map();
      this.calls.set(method, codes);
    }
    const tally = codes.get(code);
    if (!tally) {
      codes.set(code, { count: 1, milliseconds });
      return;
    }
    tally.count += 1;
    tally.milliseconds += milliseconds;
  }

  /** @param answeredIn milliseconds; undefined: there was no answer */
  tried(receiverId: number, result: string, answeredIn: number | undefined): void {
    let tally = this.tries.get(receiverId);
    if (!tally) {
      tally = { results: new Map(), answers: Array(ANSWERED_WITHIN.length + 1).fill(0), answerMilliseconds: 0 };
      this.tries.set(receiverId, tally);
    }
    tally.results.set(result, (tally.results.get(result) ?? 0) + 1);
    if (answeredIn === undefined) return;
    const bound = ANSWERED_WITHIN.findIndex((seconds) => answeredIn <= seconds * 1000);
    const place = bound < 0 ? ANSWERED_WITHIN.length : bound;
    tally.answers[place] = (tally.answers[place] ?? 0) + 1;
    tally.answerMilliseconds += answeredIn;
  }

  failed(where: string): void {
    this.failures.set(where, (this.failures.get(where) ?? 0) + 1);
  }
}
