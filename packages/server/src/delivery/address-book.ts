import type { LookupAddress } from 'node:dns';
import type { Clock } from '#kit/clock.ts';
import { createResolve } from './resolve-name.ts';

/** Turns a host name into all its addresses; rejects as `dns.lookup` does. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export interface AddressBook {
  readonly find: Resolve;
  /** The addresses led nowhere: ask again next time. */
  forget(hostname: string): void;
}

// Short enough to follow a handler that moves, and a call that fails asks again anyway.
const FRESH_MS = 30_000;
const USABLE_MS = 600_000;
const CAPACITY = 10_000;

/**
 * Remembers what names stand for. A name that was found in the last ten minutes is answered at once and looked up again
 * behind the caller's back: nobody waits for a name server that has begun to hang.
 */
export function createAddressBook(clock: Clock, resolve: Resolve = createResolve({ clock })): AddressBook {
  const known = new Map<string, { addresses: readonly LookupAddress[]; since: number }>();
  const asked = new Map<string, Promise<readonly LookupAddress[]>>();

  async function ask(hostname: string): Promise<readonly LookupAddress[]> {
    try {
      const addresses = await resolve(hostname);
      known.delete(hostname);
      known.set(hostname, { addresses, since: clock.monotonic() });
      const [oldest] = known.keys();
      if (known.size > CAPACITY && oldest !== undefined) known.delete(oldest);
      return addresses;
    } finally {
      asked.delete(hostname);
    }
  }

  return {
    async find(hostname) {
      const entry = known.get(hostname);
      const age = entry ? clock.monotonic() - entry.since : Number.POSITIVE_INFINITY;
      if (entry && age < FRESH_MS) return entry.addresses;
      const answer = asked.get(hostname) ?? ask(hostname);
      asked.set(hostname, answer);
      if (!entry || age >= USABLE_MS) return answer;
      // Nobody waits for this one, and a failure leaves the known addresses in use.
      answer.catch(() => undefined);
      return entry.addresses;
    },
    forget(hostname) {
      known.delete(hostname);
    },
  };
}
