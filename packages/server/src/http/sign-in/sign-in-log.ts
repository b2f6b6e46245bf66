import type { Clock } from '#kit/clock.ts';
import type { Log } from '#kit/log.ts';
import { Occasionally } from '#kit/occasionally.ts';

/**
 * Tells the log who was not let in. What somebody wrote as a name is never told: people write their passwords there by
 * mistake.
 */
export class SignInLog {
  readonly #log: Log;
  readonly #occasionally: Occasionally;

  constructor(log: Log, clock: Clock) {
    this.#log = log;
    this.#occasionally = new Occasionally(clock);
  }

  /** @param userId whose name it was; undefined: nobody's */
  wrongPassword(ip: string, userId: number | undefined): void {
    const whose = userId === undefined ? 'a name that nobody has' : `user ${userId}`;
    this.#log.warn(`Sign-in refused: ${whose}, wrong password, from ${ip}`, {
      refused: 'sign-in',
      ip,
      ...(userId !== undefined && { userId }),
    });
  }

  /** Whoever tries so often would fill the log, too. */
  tooOften(ip: string): void {
    const facts = { refused: 'sign-in', ip };
    this.#occasionally.tell(
      ip,
      () => this.#log.warn(`Sign-in refused: too many tries from ${ip}`, facts),
      (count) => this.#log.warn(`Sign-in refused: ${count} more tries within a minute from ${ip}`, { ...facts, count }),
    );
  }

  /** @param what an invitation, or a link that signs in, which is over or was never made */
  wrongLink(ip: string, what: 'invitation' | 'sign-in link'): void {
    const facts = { refused: what, ip };
    this.#occasionally.tell(
      `${what} ${ip}`,
      () => this.#log.warn(`Sign-in refused: ${what} that is not good, from ${ip}`, facts),
      (count) =>
        this.#log.warn(`Sign-in refused: ${count} more times within a minute: ${what} from ${ip}`, { ...facts, count }),
    );
  }
}
