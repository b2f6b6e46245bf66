import { type buildConnector, Pool } from 'undici';

export interface OriginPoolsOptions {
  readonly connect: buildConnector.connector;
  readonly socketsPerOrigin: number | null;
  readonly maxOrigins: number;
}

export interface OriginPools {
  /** The connections to one origin, such as `https://example.com`. */
  get(origin: string): Pool;
  close(): Promise<void>;
}

// Less than the five seconds after which many servers drop an idle connection without a word: a request that is sent
// at that very moment is lost.
const IDLE_MS = 4_000;
// The most that a handler can ask for with a Keep-Alive header.
const MAX_IDLE_MS = 60_000;

/**
 * Keeps the connections to the origins called last. The one that was not called for the longest time makes room for a
 * new one; what it has on the wire is finished first.
 */
export function createOriginPools({ connect, socketsPerOrigin, maxOrigins }: OriginPoolsOptions): OriginPools {
  const pools = new Map<string, Pool>();
  const leaving = new Set<Pool>();

  function open(origin: string): Pool {
    return new Pool(origin, {
      connect,
      connections: socketsPerOrigin,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: MAX_IDLE_MS,
      // The whole exchange has one time limit. These two would not end answers that never stop dripping.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  function retire(pool: Pool): void {
    leaving.add(pool);
    pool.close(() => leaving.delete(pool));
  }

  return {
    get(origin) {
      const pool = pools.get(origin) ?? open(origin);
      // A map keeps the order of insertion, so the first key is the origin that was called longest ago.
      pools.delete(origin);
      pools.set(origin, pool);
      const [oldest] = pools;
      if (pools.size > maxOrigins && oldest) {
        pools.delete(oldest[0]);
        retire(oldest[1]);
      }
      return pool;
    },
    async close() {
      await Promise.all([...pools.values(), ...leaving].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}
