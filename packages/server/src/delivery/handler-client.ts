import type { Dispatcher } from 'undici';
import { parseHandlerUrl } from '#domain/handler-url.ts';
import type { Clock } from '#kit/clock.ts';
import { createAddressBook, type Resolve } from './address-book.ts';
import { type AddressPolicy, createAddressGuard } from './address-guard.ts';
import { ExchangeFailure, explainFailure, type FailureKind } from './exchange-failure.ts';
import { type CertificateTrust, createGuardedConnector } from './guarded-connector.ts';
import { createOriginPools } from './origin-pools.ts';

export interface HandlerClientOptions {
  readonly policy: AddressPolicy;
  readonly clock: Clock;
  readonly trust?: CertificateTrust;
  /** How host names become addresses; the system's resolver unless given. */
  readonly resolve?: Resolve;
  /** Without it there is no limit: how many exchanges run at once is for the caller to say. */
  readonly socketsPerOrigin?: number;
  /** How many origins keep connections open at a time. */
  readonly maxOrigins?: number;
}

export interface HandlerRequest {
  readonly url: string;
  readonly body: string;
  /** Sent with their names exactly as written here. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** How one POST to a handler ended. */
export type Exchange = Answered | Failed;

export interface Answered {
  readonly kind: 'answered';
  /** Whatever the handler said; a 3xx too, since redirects are not followed. */
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text, never decompressed. */
  readonly body: string;
  /** The answer was longer than 64 KiB, and `body` is its beginning. */
  readonly truncated: boolean;
  readonly durationMs: number;
}

export interface Failed {
  readonly kind: 'failed';
  readonly error: FailureKind;
  /** For people: says what happened and with whom. */
  readonly message: string;
  readonly durationMs: number;
}

export interface HandlerClient {
  /** Sends one POST and never throws. */
  exchange(request: HandlerRequest): Promise<Exchange>;
  /** Ends what is still on the wire as failed; wait for the exchanges first to let them finish. */
  close(): Promise<void>;
}

const TIME_LIMIT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;
// A handler sends one or two of these, if any; one that streams them would keep a core busy until the time limit.
const INTERIM_ANSWER_LIMIT = 32;

type Answer = Omit<Answered, 'kind' | 'durationMs'>;

/** Calls handlers over kept-alive connections, each exchange within one time limit and one size limit. */
export function createHandlerClient(options: HandlerClientOptions): HandlerClient {
  const { policy, clock, trust, resolve, socketsPerOrigin = null, maxOrigins = 1024 } = options;
  const connector = createGuardedConnector({
    guard: createAddressGuard(policy),
    book: createAddressBook(clock, resolve),
    clock,
    timeoutMs: TIME_LIMIT_MS,
    ...(trust && { trust }),
  });
  const pools = createOriginPools({ connect: connector.connect, socketsPerOrigin, maxOrigins });
  const running = new Set<AbortController>();
  const targets = new Map<string, URL | undefined>();
  let closed = false;

  /** The same few addresses are called over and over, and taking one apart costs as much as a query. */
  function targetOf(address: string): URL | undefined {
    let target = targets.get(address);
    if (!target && !targets.has(address)) {
      const text = parseHandlerUrl(address);
      target = text === undefined ? undefined : new URL(text);
      if (targets.size >= maxOrigins) targets.clear();
      targets.set(address, target);
    }
    return target;
  }

  async function post(url: URL, request: HandlerRequest, stop: AbortController): Promise<Answer> {
    const { body, headers, timeoutMs = TIME_LIMIT_MS } = request;
    const limit = `${timeoutMs / 1000} s`;
    let status: number | undefined;
    const callOff = clock.after(timeoutMs, () => {
      const missing = status === undefined ? 'no answer' : `${url.host} answered ${status}, but did not finish`;
      stop.abort(new ExchangeFailure('timeout', `${missing} within ${limit}`));
    });
    let interim = 0;
    try {
      const answer = await untilAborted(
        pools.get(url.origin).request({
          method: 'POST',
          path: url.pathname + url.search,
          headers,
          body,
          signal: stop.signal,
          onInfo() {
            if (++interim > INTERIM_ANSWER_LIMIT) {
              stop.abort(new ExchangeFailure('network', `${url.host} sends interim answers without end`));
            }
          },
        }),
        stop.signal,
      );
      status = answer.statusCode;
      return { status, headers: flatten(answer.headers), ...(await readStart(answer.body)) };
    } finally {
      callOff();
    }
  }

  return {
    async exchange(request) {
      const started = clock.monotonic();
      const durationMs = () => Math.round(clock.monotonic() - started);
      const url = targetOf(request.url);
      if (!url) {
        const message = 'the address is not an http or https address without a user name';
        return { kind: 'failed', error: 'refused-address', message, durationMs: durationMs() };
      }
      const stop = new AbortController();
      running.add(stop);
      try {
        if (closed) throw shutDown();
        return { kind: 'answered', ...(await post(url, request, stop)), durationMs: durationMs() };
      } catch (cause) {
        const { kind, message } = explainFailure(stop.signal.aborted ? stop.signal.reason : cause, url.host);
        return { kind: 'failed', error: kind, message, durationMs: durationMs() };
      } finally {
        running.delete(stop);
      }
    },
    async close() {
      closed = true;
      for (const stop of running) stop.abort(shutDown());
      connector.close();
      await pools.close();
    },
  };
}

// undici looks at the signal only once a connection stands: while one is being made, or while a request waits for one
// to get free, nothing else would end the wait.
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

async function readStart(body: AsyncIterable<Buffer>): Promise<{ body: string; truncated: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  let left = ANSWER_LIMIT_BYTES;
  for await (const chunk of body) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.length;
    // Leaving the loop destroys the body, and undici drops the connection with it.
    if (left < 0) return { body: text, truncated: true };
  }
  return { body: text + decoder.decode(), truncated: false };
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function shutDown(): ExchangeFailure {
  return new ExchangeFailure('network', 'the server is shutting down');
}
