import type { Cause } from '#domain/cause.ts';
import type { Change } from '#domain/event.ts';
import { Announcements } from './announcements.ts';
import { CommitOrder } from './commit-order.ts';
import { migrate } from './migrate.ts';
import type { PostgresPool } from './postgres-pool.ts';
import { PostgresSession, sqlStateOf } from './postgres-session.ts';
import { StoreUnavailable } from './session.ts';
import type { Store } from './store.ts';
import { toLookFor, UncertainCommit } from './uncertain-commit.ts';
import { nothingToAnnounce, type StoreOptions, unitFactory } from './unit-factory.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Says whether this process may write, and lets go of that right. */
export interface RightToWrite {
  isHeld(): boolean;
  release(): Promise<void>;
}

/** Of a database that nobody else knows of. */
const UNCONTESTED: RightToWrite = { isHeld: () => true, release: async () => undefined };

/** So often is a unit run that meets others at the same rows. */
const TRIES = 5;

/** Each unit is a transaction of its own here: PostgreSQL lets concurrent commits share their wait for the disk itself. */
export async function openPostgres(
  pool: PostgresPool,
  options: StoreOptions,
  right: RightToWrite = UNCONTESTED,
): Promise<Store> {
  const announcements = new Announcements(options.onListenerError);
  const order = new CommitOrder((changes) => announcements.tell(changes));

  const announceNow = (change: Change) => announcements.tell([change]);

  const transaction = <T>(work: (session: PostgresSession) => Promise<T>, begin: string): Promise<T> =>
    pool.lend(async (connection) => {
      const session = new PostgresSession(connection);
      await session.exec(begin);
      try {
        const value = await work(session);
        if (begin === WRITING) assertHeld(right);
        await session.commit();
        return value;
      } catch (error) {
        await session.rollback();
        throw error;
      }
    });
  const transact = <T>(work: (session: PostgresSession) => Promise<T>): Promise<T> =>
    transaction(work, 'begin read only');
  const change = async <T>(work: (session: PostgresSession) => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      assertHeld(right);
      try {
        return await transaction(work, WRITING);
      } catch (error) {
        if (tries === TRIES || !metOthers(error)) throw error;
      }
    }
  };

  return {
    async write<T>(work: (unit: UnitOfWork) => Promise<T>, cause?: Cause): Promise<T> {
      const unit = order.begin();
      let isTold = false;
      try {
        const value = await change((session) => {
          order.again(unit);
          const announce = (one: Change) => order.announce(unit, one);
          const announced = () => unit.changes;
          return work(unitFactory(session, options, { announce, announceNow, announced })(cause));
        });
        isTold = true;
        return value;
      } catch (error) {
        if (error instanceof UncertainCommit) {
          unit.changes = toLookFor(unit.changes);
          isTold = true;
        }
        throw error;
      } finally {
        order.end(unit, isTold);
      }
    },
    readNow: (work) => transact(async (session) => work(unitFactory(session, options, nothingToAnnounce)())),
    read: (work) => transact((session) => work(unitFactory(session, options, nothingToAnnounce)())),
    writeWith: (work) => change(async (session) => work(session)),
    readWith: (work) => transact(async (session) => work(session)),
    onCommit(listener) {
      announcements.add(listener);
    },
    // Each unit has a commit of its own.
    beforeCommit: () => undefined,
    // There is no file of ours: what is committed is where it belongs.
    writeOut: async () => undefined,
    async close() {
      await pool.close();
      await right.release();
    },
  };
}

/** Brings the schema up to date. */
export async function migratePostgres(pool: PostgresPool): Promise<void> {
  await pool.lend((connection) => migrate(new PostgresSession(connection)));
}

const WRITING = 'begin';

function assertHeld(right: RightToWrite): void {
  if (!right.isHeld())
    throw new StoreUnavailable('It is not certain that this portal still has the database for itself');
}

// Units run beside each other here. One that finds at its end that another was first (unique_violation,
// foreign_key_violation, serialization_failure, deadlock_detected) sees what that one wrote when it runs again, as if it had waited.
const MET_OTHERS = new Set(['23505', '23503', '40001', '40P01']);

function metOthers(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return MET_OTHERS.has(sqlStateOf(cause ?? {}) ?? '');
}
