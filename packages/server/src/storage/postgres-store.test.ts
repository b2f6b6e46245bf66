import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#domain/event.ts';
import { manualClock } from '#kit/clock.ts';
import { silentLog } from '#kit/log.ts';
import { systemRandom } from '#kit/random.ts';
import { freshPostgres, testSecrets } from '../../test/databases.ts';
import { keptLog } from '../../test/log-lines.ts';
import { insertPortal, person } from '../../test/portal-in-store.ts';
import { DatabaseLease, type LeaseOptions } from './postgres-lease.ts';
import type { PostgresPool } from './postgres-pool.ts';
import { openPostgres, type RightToWrite } from './postgres-store.ts';
import { StoreUnavailable } from './session.ts';
import type { Store } from './store.ts';

let pool: PostgresPool;
let store: Store;
const right = { held: true };
const rightToWrite: RightToWrite = { isHeld: () => right.held, release: async () => undefined };
const options = { clock: manualClock(), random: systemRandom, secrets: testSecrets };

beforeEach(async () => {
  right.held = true;
  pool = await freshPostgres();
  store = await openPostgres(pool, options, rightToWrite);
});
afterEach(() => store.close());

describe('a unit of work on PostgreSQL', () => {
  it('is a failure when it goes on after an error of the database, and announces nothing', async () => {
    const { portalId } = await store.write(insertPortal);
    const told: Change[] = [];
    store.onCommit((changes) => told.push(...changes));
    const unit = store.write(async (work) => {
      work.announce({ type: 'membersChanged', portalId, chatId: 1, formerIds: [] });
      await work.users.insertUser(person(portalId, 'Eve'), work.now);
      // The server undoes the whole transaction at the commit, and calls that no error.
      await work.users.insertUser(person(portalId, 'Twin', { id: 1 }), work.now).catch(() => undefined);
    });
    await expect(unit).rejects.toThrow('undid a unit of work');
    expect(told).toEqual([]);
    expect(await store.read((work) => work.users.findPersonByEmail(portalId, 'eve@example.com'))).toBeUndefined();
  });

  it('has receivers looked for where the answer to its commit was lost: what they are to hear may be there', async () => {
    const losing: PostgresPool = {
      ...pool,
      lend: (work) =>
        pool.lend((connection) =>
          work({
            ...connection,
            async query(query) {
              const answer = await connection.query(query);
              if (query.sql === 'commit') throw new Error('Connection terminated unexpectedly');
              return answer;
            },
          }),
        ),
    };
    const { portalId } = await store.write(insertPortal);
    const uncertain = await openPostgres(losing, options, rightToWrite);
    const told: Change[] = [];
    uncertain.onCommit((changes) => told.push(...changes));
    const event = { type: 'botDeleted', userId: 1, code: 'echo' } as const;
    const unit = uncertain.write(async (work) => {
      work.announce({ type: 'membersChanged', portalId, chatId: 1, formerIds: [] });
      for (const receiverId of [7, 7, 8]) {
        const eventId = await work.events.insertEvent(receiverId, 1, event, work.now);
        const recorded = { portalId, eventId, receiverId, lane: 1, event, subscriptionId: null, from: 0 };
        work.announce({ type: 'eventRecorded', ...recorded, isFetched: false });
      }
    });
    await expect(unit).rejects.toBeInstanceOf(StoreUnavailable);
    expect(told).toEqual([7, 8].map((receiverId) => ({ type: 'receiverSwitched', portalId, receiverId })));
  });

  it('refuses a statement that comes after its end', async () => {
    let late: () => Promise<unknown> = async () => undefined;
    await store.write(async (work) => {
      late = async () => work.portals.insertPortal({ memberId: 'm'.repeat(32), language: 'en', now: work.now });
    });
    await expect(late()).rejects.toThrow('This unit of work has ended');
  });

  it('does not end before all of its statements have', async () => {
    let floating: Promise<unknown> | undefined;
    const unit = store.write(async (work) => {
      floating = Promise.resolve(work.portals.findByHost('localhost'));
    });
    await expect(unit).rejects.toThrow('ended before 1 of its statements did');
    await floating;
  });

  it('keeps U+0000, which the database refuses, as what is shown in its place', async () => {
    const { portalId } = await store.write(insertPortal);
    const { id } = await store.write((work) => work.users.insertUser(person(portalId, 'A\0B'), work.now));
    expect(await store.read((work) => work.users.findUser(id))).toMatchObject({ name: 'A\ufffdB' });
  });

  it('writes nothing while it is not certain that the database is its own, and reads on', async () => {
    right.held = false;
    await expect(store.write(insertPortal)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.read((work) => work.portals.findByHost('localhost'))).toBeUndefined();
    right.held = true;
    const lostMeanwhile = store.write(async (work) => {
      await insertPortal(work);
      right.held = false;
    });
    await expect(lostMeanwhile).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.read((work) => work.portals.findByHost('localhost'))).toBeUndefined();
  });
});

describe('the lease of a database', () => {
  // The lease closes what it works on.
  const take = (more: Partial<LeaseOptions> = {}) =>
    DatabaseLease.take(
      { lend: (work) => pool.lend(work), close: async () => undefined },
      {
        me: { host: 'here', processId: 1 },
        terms: { lasts: 60_000, renewedEvery: 20 },
        log: silentLog,
        onLost: () => undefined,
        ...more,
      },
    );
  const exec = (sql: string) => pool.lend((connection) => connection.query({ sql }));

  it('is one portal’s at a time, and free again after a clean stop', async () => {
    const first = await take();
    expect(first.isHeld()).toBe(true);
    await expect(take({ me: { host: 'there', processId: 2 } })).rejects.toThrow(
      /Another Botyard uses this database: the portal of here, process 1, since [\d-]+ [\d:]+ UTC/,
    );
    await first.release();
    expect(first.isHeld()).toBe(false);
    await (await take()).release();
  });

  it('is taken over from a holder that does not renew it, once it is over by the clock of the database', async () => {
    const dead = await take({ me: { host: 'here', processId: 7 }, terms: { lasts: 300, renewedEvery: 60_000 } });
    const { log, messages } = keptLog();
    const next = await take({ log });
    expect(messages().at(-1)).toMatch(/^Took the database over from the portal of here, process 7, since/);
    await dead.release();
    expect(next.isHeld()).toBe(true);
    await next.release();
  });

  it('is told to its holder when another has it, once', async () => {
    const lost: string[] = [];
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const lease = await take({
      onLost: ({ message }) => {
        lost.push(message);
        tell();
      },
    });
    await exec("update database_lease set token = 'another', host = 'there', process_id = 8");
    await told;
    expect(lease.isHeld()).toBe(false);
    expect(lost).toEqual([expect.stringMatching(/lost its database to the portal of there, process 8/)]);
    await lease.release();
    await exec('delete from database_lease');
  });
});
