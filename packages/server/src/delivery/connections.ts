import { type buildConnector, Client, type Dispatcher } from 'undici';

export interface ConnectionsOptions {
  readonly connect: buildConnector.connector;
  /** Origins whose idle connections are kept open, at most. */
  readonly maxOrigins: number;
}

/** Kept-alive connections to handlers, one exchange at a time on each. */
export interface Connections {
  /** Over a connection to the origin, such as `https://example.com`, that is idle, or else over a new one. */
  dispatch(
    origin: string,
    request: Omit<Dispatcher.DispatchOptions, 'origin'>,
    exchange: Dispatcher.DispatchHandler,
  ): void;
  close(): Promise<void>;
}

// Less than the five seconds after which many servers drop an idle connection without a word: a request that is sent
// at that very moment is lost.
const IDLE_MS = 4_000;
// The most that a handler can ask for with a Keep-Alive header.
const MAX_IDLE_MS = 60_000;

/**
 * Whatever hangs has its connection to itself: to find one for the next exchange takes the same time however many hang.
 * undici's pools look through all connections of an origin for that. How many there are is for the caller to limit.
 */
export function createConnections({ connect, maxOrigins }: ConnectionsOptions): Connections {
  /** By origin, in the order in which the origins were last called; of each the one that was used last comes last. */
  const idle = new Map<string, Client[]>();
  const all = new Set<Client>();

  function open(origin: string): Client {
    const client = new Client(origin, {
      connect,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: MAX_IDLE_MS,
      // The whole exchange has one time limit. These two would not end answers that never stop dripping.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    let isConnected = false;
    client.on('connect', () => {
      isConnected = true;
    });
    client.on('disconnect', () => {
      isConnected = false;
      forget(origin, client);
    });
    // It is free again, a moment after the end of its exchange: by then it knows whether the other side hung up.
    client.on('drain', () => {
      if (isConnected) keep(origin, client);
      else all.delete(client);
    });
    all.add(client);
    return client;
  }

  function keep(origin: string, client: Client): void {
    const kept = idle.get(origin);
    if (kept) kept.push(client);
    else idle.set(origin, [client]);
    const [oldest] = idle;
    if (idle.size <= maxOrigins || !oldest) return;
    idle.delete(oldest[0]);
    for (const one of oldest[1]) void end(one);
  }

  function forget(origin: string, client: Client): void {
    const kept = idle.get(origin);
    const at = kept?.indexOf(client) ?? -1;
    if (!kept || at < 0) return;
    kept.splice(at, 1);
    if (kept.length === 0) idle.delete(origin);
    all.delete(client);
  }

  function end(client: Client): Promise<void> {
    all.delete(client);
    return client.destroy();
  }

  return {
    dispatch(origin, request, exchange) {
      const kept = idle.get(origin);
      const client = kept?.pop() ?? open(origin);
      if (kept) {
        idle.delete(origin);
        if (kept.length > 0) idle.set(origin, kept);
      }
      client.dispatch(request, exchange);
    },
    async close() {
      idle.clear();
      await Promise.all([...all].map(end));
    },
  };
}
