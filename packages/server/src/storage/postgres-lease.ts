import { systemClock } from '#kit/clock.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import { systemRandom } from '#kit/random.ts';
import { guardOfSchema } from './dialect.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import type { PostgresPool } from './postgres-pool.ts';
import type { RightToWrite } from './postgres-store.ts';

/** A portal, as it stands in the lease row. */
export interface Holder {
  readonly host: string;
  readonly processId: number;
}

export interface LeaseTerms {
  /** Milliseconds that a lease lasts unless it is renewed. */
  readonly lasts: number;
  /** Milliseconds between two renewals. */
  readonly renewedEvery: number;
}

const USUAL_TERMS: LeaseTerms = { lasts: 15_000, renewedEvery: 3_000 };

export interface LeaseOptions {
  readonly me: Holder;
  readonly terms?: LeaseTerms;
  readonly log: Log;
  /** Told once, when another portal has taken the database. */
  readonly onLost: (complaint: Complaint) => void;
}

interface LeaseRow {
  readonly token: string;
  readonly host: string;
  readonly process_id: number;
  readonly since: string;
  readonly left: number;
}

// Not a step of the schema: it is held while those are made. Times are the database's: clocks of two machines differ.
const TABLE = `create table if not exists database_lease (
  id integer primary key check (id = 1),
  token text not null,
  host text not null,
  process_id integer not null,
  since timestamptz not null,
  expires_at timestamptz not null
)`;
const TAKE = `insert into database_lease as held (id, token, host, process_id, since, expires_at)
  values (1, $1, $2, $3, clock_timestamp(), clock_timestamp() + $4 * interval '1 millisecond')
  on conflict (id) do update set token = excluded.token, host = excluded.host, process_id = excluded.process_id,
    since = excluded.since, expires_at = excluded.expires_at
  where held.expires_at <= clock_timestamp()
  returning id`;
const LOOK = `select token, host, process_id, to_char(since at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as since,
    (extract(epoch from expires_at - clock_timestamp()) * 1000)::integer as left
  from database_lease`;
const RENEW = `update database_lease set expires_at = clock_timestamp() + $2 * interval '1 millisecond'
  where token = $1 returning id`;
const RELEASE = 'delete from database_lease where token = $1';

/**
 * The right of one portal at a time to use a database: a row that its holder renews. An advisory lock would end with
 * its connection, and behind a pooler belong to nobody.
 */
export class DatabaseLease implements RightToWrite {
  readonly #pool: PostgresPool;
  readonly #options: LeaseOptions;
  readonly #terms: LeaseTerms;
  readonly #token = systemRandom.hex(32);
  /** By this machine's clocks, counted from before the renewal was sent. */
  #heldUntil = { monotonic: 0, wall: 0 };
  #cancelNext: () => void = () => undefined;
  #renewal: Promise<void> = Promise.resolve();
  #isOver = false;

  /** @throws Complaint when another portal holds the database */
  static async take(pool: PostgresPool, options: LeaseOptions): Promise<DatabaseLease> {
    const lease = new DatabaseLease(pool, options);
    await lease.#take();
    lease.#renewLater();
    return lease;
  }

  private constructor(pool: PostgresPool, options: LeaseOptions) {
    this.#pool = pool;
    this.#options = options;
    this.#terms = options.terms ?? USUAL_TERMS;
  }

  /** Both clocks are asked: one stands still while the machine sleeps, the other can be set back. */
  isHeld(): boolean {
    const { monotonic, wall } = this.#heldUntil;
    return !this.#isOver && systemClock.monotonic() < monotonic && systemClock.now() < wall;
  }

  async release(): Promise<void> {
    this.#isOver = true;
    this.#cancelNext();
    await this.#renewal;
    try {
      await this.#query(RELEASE, [this.#token]);
    } catch {
      // The database is gone: the lease ends by itself.
    }
    await this.#pool.close();
  }

  async #take(): Promise<void> {
    await this.#pool.lend(async (connection) => {
      for (const sql of ['begin', ...guardOfSchema('postgres'), TABLE, 'commit']) await connection.query({ sql });
    });
    let first: LeaseRow | undefined;
    let watchedFor = 0;
    for (const began = systemClock.monotonic(); !(await this.#tryToTake()); ) {
      const [held] = (await this.#query(LOOK, [])) as LeaseRow[];
      if (!held) continue;
      // A holder that renews is alive. One that was killed does not, and its lease ends.
      if (first && (held.token !== first.token || held.left > first.left)) throw this.#heldBy(held);
      const before = watchedFor;
      watchedFor = systemClock.monotonic() - began;
      const sure = 1.5 * this.#terms.renewedEvery;
      if (before < sure && watchedFor >= sure)
        this.#options.log.warn(
          `${nameOf(held)} did not stop cleanly; its lease on the database ends in ${Math.ceil(held.left / 1000)} s`,
        );
      first = held;
      await pause(Math.max(1, Math.min(held.left, this.#terms.renewedEvery / 4)));
    }
    if (first) this.#options.log.info(`Took the database over from ${nameOf(first)}`);
  }

  async #tryToTake(): Promise<boolean> {
    const { host, processId } = this.#options.me;
    const until = this.#untilFromNow();
    const isTaken = (await this.#query(TAKE, [this.#token, host, processId, this.#terms.lasts])).length > 0;
    if (isTaken) this.#heldUntil = until;
    return isTaken;
  }

  #renewLater(): void {
    this.#cancelNext = systemClock.after(this.#terms.renewedEvery, () => {
      this.#renewal = this.#renew();
    });
  }

  async #renew(): Promise<void> {
    const until = this.#untilFromNow();
    try {
      if ((await this.#query(RENEW, [this.#token, this.#terms.lasts])).length === 0) return await this.#lose();
      this.#heldUntil = until;
    } catch {
      // The database may be back for the next one. Once the lease is over nothing is written until then.
    }
    if (!this.#isOver) this.#renewLater();
  }

  async #lose(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    const [held] = (await this.#query(LOOK, []).catch(() => [])) as LeaseRow[];
    this.#options.onLost(
      new Complaint(
        `This portal lost its database${held ? ` to ${nameOf(held)}` : ''} and has stopped: it could not renew its lease in time. Start it again once the other one has stopped`,
      ),
    );
  }

  #untilFromNow(): { monotonic: number; wall: number } {
    const { lasts } = this.#terms;
    return { monotonic: systemClock.monotonic() + lasts, wall: systemClock.now() + lasts };
  }

  #query(sql: string, values: (string | number)[]): Promise<readonly unknown[]> {
    return this.#pool.lend(async (connection: PostgresConnection) => (await connection.query({ sql, values })).rows);
  }

  #heldBy(held: LeaseRow): Complaint {
    return new Complaint(
      `Another Botyard uses this database: ${nameOf(held)}. Use that one, stop it, or start on another database`,
    );
  }
}

function nameOf({ host, process_id, since }: LeaseRow): string {
  return `the portal of ${host}, process ${process_id}, since ${since} UTC`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    systemClock.after(milliseconds, resolve);
  });
}
