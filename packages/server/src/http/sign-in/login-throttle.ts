import { normalLogin } from '#domain/sign-in/find-by-login.ts';
import type { Clock } from '#kit/clock.ts';
import { networkOf } from '../network.ts';
import { Throttle } from './throttle.ts';

/*
 * How often passwords may be tried, so that guessing them over the network is hopeless, and so that nobody can keep
 * somebody else out by guessing wrongly on their behalf:
 *
 * - One account from one address: five tries, then ever more slowly, up to a quarter of an hour. It concerns nobody at
 *   another address.
 * - One address, whichever accounts it tries: twenty that failed, then ever more slowly, up to five minutes.
 * - One account from everywhere, for those who have many addresses: after fifty that failed nobody waits longer than
 *   half a minute, so that its owner comes in even while it is attacked.
 *
 * Where an account was signed in to before, only the first rule holds: its owner at their usual place notices
 * nothing of an attack from elsewhere, nor of a neighbour's behind the same address.
 *
 * A try counts from its begin and is taken back when it was right, or many at once would all pass before the first
 * was found wrong. All of it is in memory: a restart forgives everything.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Pairs of account and address that were right before. */
const KNOWN = 10_000;

export class LoginThrottle {
  readonly #pairs: Throttle;
  readonly #addresses: Throttle;
  readonly #accounts: Throttle;
  readonly #known = new Set<string>();

  constructor(clock: Clock) {
    this.#pairs = new Throttle(clock, { free: 5, first: SECOND, longest: 15 * MINUTE });
    this.#addresses = new Throttle(clock, { free: 20, first: SECOND, longest: 5 * MINUTE });
    this.#accounts = new Throttle(clock, { free: 50, first: SECOND, longest: 30 * SECOND });
  }

  /** 0: go on, and the try counts. Else the milliseconds to wait before trying again. */
  begin(login: string, ip: string): number {
    const { account, address, pair } = keys(login, ip);
    const wait = Math.max(
      this.#pairs.wait(pair),
      this.#known.has(pair) ? 0 : Math.max(this.#addresses.wait(address), this.#accounts.wait(account)),
    );
    if (wait > 0) return wait;
    this.#pairs.count(pair);
    this.#addresses.count(address);
    this.#accounts.count(account);
    return 0;
  }

  succeeded(login: string, ip: string): void {
    const { account, address, pair } = keys(login, ip);
    this.#pairs.forget(pair);
    // Only this one: else whoever has an account of their own could guess at others for ever.
    this.#addresses.takeBack(address);
    this.#accounts.takeBack(account);
    this.#known.delete(pair);
    this.#known.add(pair);
    const [oldest] = this.#known;
    if (this.#known.size > KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** Whatever stands in the form: whom it means, or whether it means anybody, must not show in how it is throttled. */
function keys(login: string, ip: string): { account: string; address: string; pair: string } {
  const [account, address] = [normalLogin(login).slice(0, 200), networkOf(ip)];
  return { account, address, pair: `${address} ${account}` };
}
