import { because, type EventCause } from '#domain/event-cause.ts';
import { parseHandlerUrl } from '#domain/handler-url.ts';
import type { Clock } from '#kit/clock.ts';
import { keepingAnswers } from '#kit/keeping-answers.ts';
import { createAddressBook, type Resolve } from './address-book.ts';
import { type AddressPolicy, createAddressGuard } from './address-guard.ts';
import { createConnections } from './connections.ts';
import { ExchangeFailure, explainFailure, type FailureKind } from './exchange-failure.ts';
import { type CertificateTrust, createGuardedConnector } from './guarded-connector.ts';
import { type Answer, HandlerExchange } from './handler-exchange.ts';
import { TimeLimit } from './time-limit.ts';

export interface HandlerClientOptions {
  readonly policy: AddressPolicy;
  readonly clock: Clock;
  readonly trust?: CertificateTrust;
  /** How host names become addresses; the system's resolver unless given. */
  readonly resolve?: Resolve;
  /** How many origins keep idle connections open at a time. */
  readonly maxOrigins?: number;
}

export interface HandlerRequest {
  readonly url: string;
  readonly body: string | Uint8Array;
  /** Sent with their names exactly as written here. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How one POST to a handler ended. */
export type Exchange = Answered | Failed;

/** How long it took, in milliseconds from the beginning; undefined: it never came to that. */
interface Phases {
  readonly connectMs?: number | undefined;
  readonly firstByteMs?: number | undefined;
  readonly durationMs: number;
}

export interface Answered extends Phases {
  readonly kind: 'answered';
  /** Whatever the handler said; a 3xx too, since redirects are not followed. */
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text, never decompressed. */
  readonly body: string;
  /** The answer was longer than 64 KiB, and `body` is its beginning. */
  readonly truncated: boolean;
}

export interface Failed extends Phases {
  readonly kind: 'failed';
  readonly error: FailureKind;
  /** For people: says what happened and with whom. */
  readonly message: string;
  /** The same as data; null: the message is all that is known. */
  readonly why: EventCause | null;
}

export interface HandlerClient {
  /** Sends one POST and never throws. */
  exchange(request: HandlerRequest): Promise<Exchange>;
  /** Ends what is still on the wire as failed; wait for the exchanges first to let them finish. */
  close(): Promise<void>;
}

const TIME_LIMIT_MS = 10_000;
/** Characters of an address that is kept as it was taken apart. */
const LONGEST_ADDRESS = 2_000;

/** Calls handlers over kept-alive connections, each exchange within one time limit and one size limit. */
export function createHandlerClient(options: HandlerClientOptions): HandlerClient {
  const { policy, clock, trust, resolve, maxOrigins = 1024 } = options;
  const limit = new TimeLimit(clock, TIME_LIMIT_MS);
  const connector = createGuardedConnector({
    guard: createAddressGuard(policy),
    book: createAddressBook(clock, resolve),
    limit,
    ...(trust && { trust }),
  });
  const connections = createConnections({ connect: connector.connect, maxOrigins });
  const running = new Set<HandlerExchange>();
  /** Taking an address apart costs as much as a query. */
  const targetOf = keepingAnswers(takeApart, { most: maxOrigins, longest: LONGEST_ADDRESS });
  let closed = false;

  return {
    exchange({ url, body, headers }) {
      const started = clock.monotonic();
      const since = (at: number | undefined) => (at === undefined ? undefined : Math.round(at - started));
      const durationMs = () => Math.round(clock.monotonic() - started);
      const target = targetOf(url);
      if (!target) {
        return Promise.resolve(failed(noAddress(), { durationMs: durationMs() }));
      }
      const { origin, host, path } = target;
      return new Promise((resolve) => {
        const one = new HandlerExchange(host, clock.monotonic, (outcome) => {
          callOff();
          running.delete(one);
          const phases = {
            connectMs: since(one.connectedAt),
            firstByteMs: since(one.answeredAt),
            durationMs: durationMs(),
          };
          resolve(toExchange(outcome, host, one.status, phases));
        });
        const callOff = limit.start(() => one.abort(outOfTime(one.status, host)));
        running.add(one);
        if (closed) one.abort(shutDown());
        else connections.dispatch(origin, { method: 'POST', path, headers, body }, one);
      });
    },
    async close() {
      closed = true;
      limit.stop();
      for (const one of running) one.abort(shutDown());
      connector.close();
      await connections.close();
    },
  };
}

/** What is needed of an address to call it. */
interface Target {
  readonly origin: string;
  readonly host: string;
  readonly path: string;
}

function takeApart(address: string): Target | undefined {
  const text = parseHandlerUrl(address);
  if (text === undefined) return undefined;
  const { origin, host, pathname, search } = new URL(text);
  return { origin, host, path: pathname + search };
}

function toExchange(outcome: Answer | Error, host: string, begun: number, phases: Phases): Exchange {
  if (outcome instanceof Error) return failed(explainFailure(outcome, host, begun), phases);
  const { status, headers, body, truncated } = outcome;
  return { kind: 'answered', status, headers, body, truncated, ...phases };
}

function failed({ kind, message, why }: ExchangeFailure, phases: Phases): Failed {
  return { kind: 'failed', error: kind, message, why, ...phases };
}

function noAddress(): ExchangeFailure {
  const words = 'the address is not an http or https address without a user name';
  return new ExchangeFailure('refused-address', because('no-address', words));
}

function outOfTime(status: number, host: string): ExchangeFailure {
  const seconds = String(TIME_LIMIT_MS / 1000);
  const words = `${status === 0 ? 'no answer' : `${host} answered ${status}, but did not finish`} within ${seconds} s`;
  const why =
    status === 0
      ? because('no-answer', words, { seconds })
      : because('unfinished', words, { host, status: String(status), seconds });
  return new ExchangeFailure('timeout', why);
}

function shutDown(): ExchangeFailure {
  return new ExchangeFailure('network', because('stopped', 'the server is shutting down'));
}
