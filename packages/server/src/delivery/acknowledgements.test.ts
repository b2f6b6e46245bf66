import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { secretsWithKey } from '#storage/secrets.ts';
import { StoreUnavailable } from '#storage/session.ts';
import { openSqlite } from '#storage/sqlite-store.ts';
import type { Store } from '#storage/store.ts';
import { outbox, type PendingEvent } from '#storage/stores/outbox.ts';
import { Acknowledgements } from './acknowledgements.ts';
import type { Sent } from './verdict.ts';

const BOT = 21;
const clock = manualClock();
const taken: Sent = {
  kind: 'exchange',
  name: 'ONIMBOTDELETE',
  url: 'http://127.0.0.1/',
  exchange: { kind: 'answered', status: 200, headers: {}, body: 'thanks', truncated: false, durationMs: 3 },
};

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:', { clock, random: systemRandom, secrets: secretsWithKey(new Uint8Array(32)) });
});
afterEach(() => store.close());

const record = async (count: number): Promise<PendingEvent[]> => {
  await store.write(async (work) => {
    for (let i = 0; i < count; i += 1)
      await work.events.insertEvent(BOT, 1, { type: 'botDeleted', userId: 1, code: 'echo' }, work.now);
  });
  return store.readWith((session) => outbox(session).listPending(BOT, 0, count));
};
const counts = () => store.readWith((session) => outbox(session).countByState());

/** Acknowledgements, and a promise that there is nothing left to write. */
const begin = (over: Store) => {
  const errors: unknown[] = [];
  let tell = () => {};
  const written = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    errors,
    written,
    acknowledgements: new Acknowledgements(
      over,
      clock,
      (error) => errors.push(error),
      () => tell(),
    ),
  };
};

/** The same store that cannot write the first `times` it is asked to. */
const faulty = (times: number): Store =>
  Object.assign(Object.create(store) as Store, {
    read: store.read.bind(store),
    beforeCommit: store.beforeCommit.bind(store),
    writeWith: (work: Parameters<Store['writeWith']>[0]) => {
      times -= 1;
      return times >= 0 ? Promise.reject(new StoreUnavailable('database or disk is full')) : store.writeWith(work);
    },
  });

describe('acknowledgements', () => {
  it('are written together, each with what came back', async () => {
    const events = await record(300);
    const { acknowledgements, written } = begin(store);
    for (const event of events) acknowledgements.add(event, taken, { kind: 'delivered' });
    expect(acknowledgements.isEmpty).toBe(false);
    await written;
    expect(acknowledgements.isEmpty).toBe(true);
    expect(await counts()).toMatchObject({ pending: 0, delivered: 300 });
    const [first] = await store.readWith((session) =>
      session.query((db) => db.selectFrom('event').select(['status', 'duration_ms', 'attempts'])),
    );
    expect(first).toEqual({ status: 200, duration_ms: 3, attempts: 1 });
  });

  it('go along with a commit that happens anyway', async () => {
    const [event] = await record(1);
    const { acknowledgements } = begin(store);
    if (event) acknowledgements.add(event, taken, { kind: 'delivered' });
    await store.write(async () => undefined);
    expect(await counts()).toMatchObject({ pending: 0, delivered: 1 });
  });

  it('wait for a store that cannot write for a moment', async () => {
    const [event] = await record(1);
    const { acknowledgements, written, errors } = begin(faulty(1));
    if (event) acknowledgements.add(event, taken, { kind: 'delivered' });
    await written;
    expect(errors).toHaveLength(1);
    expect(await counts()).toMatchObject({ pending: 0, delivered: 1 });
  });

  it('do not keep a process from stopping: what the store does not take is sent again by the next run', async () => {
    const [event] = await record(1);
    const { acknowledgements, written } = begin(faulty(Number.POSITIVE_INFINITY));
    acknowledgements.closing();
    if (event) acknowledgements.add(event, taken, { kind: 'delivered' });
    await written;
    expect(acknowledgements.isEmpty).toBe(true);
    expect(await counts()).toMatchObject({ pending: 1 });
  });

  it('do not wake what has come to its end', async () => {
    const [event] = await record(1);
    const { acknowledgements, written } = begin(store);
    if (event) {
      acknowledgements.add(event, taken, { kind: 'delivered' });
      acknowledgements.add(event, taken, { kind: 'again', at: 99 });
    }
    await written;
    expect(await counts()).toEqual({ pending: 0, delivered: 1, dead: 0, dropped: 0 });
  });
});
