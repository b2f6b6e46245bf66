import { Client } from 'undici';
import { parseHandlerUrl } from '#domain/handler-url.ts';
import type { Clock } from '#kit/clock.ts';
import { createAddressBook, type Resolve } from './address-book.ts';
import { type AddressPolicy, createAddressGuard } from './address-guard.ts';
import { type CertificateTrust, createGuardedConnector } from './guarded-connector.ts';
import { TimeLimit } from './time-limit.ts';
import { type Taken, type Wanted, WebExchange } from './web-exchange.ts';

export interface WebClientOptions {
  /** The same as for handlers: who writes a link decides what is called. */
  readonly policy: AddressPolicy;
  readonly clock: Clock;
  readonly trust?: CertificateTrust;
  readonly resolve?: Resolve;
}

export interface Fetched {
  /** Where it was found in the end. */
  readonly url: string;
  /** As the answer says, with its parameters. */
  readonly type: string;
  readonly bytes: Buffer;
}

export interface WebClient {
  /** undefined: there is nothing of that kind, or it did not come in time. Never throws. */
  get(url: string, wanted: Wanted): Promise<Fetched | undefined>;
  close(): void;
}

/** Milliseconds for all of it, and addresses that one may lead on to. */
const WITHIN_MS = 5_000;
const REDIRECTS = 4;

/** Reads what others have at their addresses, each of which is let through by the guard, also those that one leads on to. */
export function createWebClient({ policy, clock, trust, resolve }: WebClientOptions): WebClient {
  const limit = new TimeLimit(clock, WITHIN_MS);
  const connector = createGuardedConnector({
    guard: createAddressGuard(policy),
    book: createAddressBook(clock, resolve),
    limit,
    ...(trust && { trust }),
  });
  const running = new Set<AbortController>();
  let isClosed = false;

  async function follow(first: string, wanted: Wanted, signal: AbortSignal): Promise<Fetched | undefined> {
    let url: string | undefined = first;
    for (let left = REDIRECTS; left >= 0 && url !== undefined; left -= 1) {
      const found: Fetched | string | undefined = await ask(url, wanted, signal);
      if (typeof found !== 'string') return found;
      url = URL.canParse(found, url) ? new URL(found, url).href : undefined;
    }
    return undefined;
  }

  /** What is there, or where it leads on to. */
  async function ask(url: string, wanted: Wanted, signal: AbortSignal): Promise<Fetched | string | undefined> {
    if (parseHandlerUrl(url) === undefined) return undefined;
    const { origin, pathname, search } = new URL(url);
    const client = new Client(origin, { connect: connector.connect, headersTimeout: 0, bodyTimeout: 0 });
    const headers = { accept: wanted.types.join(', '), 'accept-encoding': 'identity', 'user-agent': 'Botyard' };
    try {
      const answer = new Promise<Taken>((resolve, reject) => {
        const one = new WebExchange(wanted, resolve, reject);
        signal.addEventListener('abort', () => one.abort(), { once: true });
        client.dispatch({ method: 'GET', path: pathname + search, headers }, one);
      });
      const taken = await answer;
      return typeof taken === 'object' ? { url, ...taken } : taken;
    } finally {
      void client.destroy();
    }
  }

  return {
    async get(url, wanted) {
      if (isClosed) return undefined;
      const ending = new AbortController();
      const callOff = limit.start(() => ending.abort());
      running.add(ending);
      try {
        return await follow(url, wanted, ending.signal);
      } catch {
        return undefined;
      } finally {
        callOff();
        running.delete(ending);
      }
    },
    close() {
      isClosed = true;
      limit.stop();
      for (const one of running) one.abort();
      connector.close();
    },
  };
}
