/** The only source of time. A test moves its own clock by hand; see {@link manualClock}. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that never go backwards, for durations and leases. */
  monotonic(): number;
  /** Runs `task` once after `delay` milliseconds; the returned function calls it off. */
  after(delay: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delay, task) {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
};

/**
 * `clock` whose wall clock follows the monotonic one from now on. For waits: setting the clock of the machine makes none of
 * them longer or shorter.
 */
export function steady(clock: Clock): Clock {
  const offset = clock.now() - clock.monotonic();
  // Whole milliseconds, as of any clock: a column of PostgreSQL takes no part of one.
  return { ...clock, now: () => Math.floor(offset + clock.monotonic()) };
}

export interface ManualClock extends Clock {
  /** Moves time forward and runs what falls due, in order of its time. */
  advance(milliseconds: number): void;
  /** Sets the wall clock forth, or back; what is measured and waited for goes on as before. */
  set(byMilliseconds: number): void;
  /** Moves time forward as for a machine that was suspended: what fell due meanwhile runs once, and late. */
  suspend(milliseconds: number): void;
}

export function manualClock(start = Date.UTC(2026, 0, 5, 9, 0, 0)): ManualClock {
  let now = start;
  let setBy = 0;
  let tasks: { at: number; run: () => void }[] = [];
  const runUntil = (end: number) => {
    for (;;) {
      const next = tasks.reduce<(typeof tasks)[number] | undefined>(
        (first, task) => (task.at <= end && (first === undefined || task.at < first.at) ? task : first),
        undefined,
      );
      if (!next) return;
      tasks = tasks.filter((task) => task !== next);
      now = Math.max(now, next.at);
      next.run();
    }
  };
  return {
    now: () => now + setBy,
    monotonic: () => now - start,
    after(delay, run) {
      const task = { at: now + Math.max(0, delay), run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      runUntil(end);
      now = end;
    },
    set(byMilliseconds) {
      setBy += byMilliseconds;
    },
    suspend(milliseconds) {
      now += milliseconds;
      runUntil(now);
    },
  };
}
