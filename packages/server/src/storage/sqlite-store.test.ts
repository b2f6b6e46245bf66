import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#domain/event.ts';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { testSecrets } from '../../test/databases.ts';
import { insertPortal, insertText, person } from '../../test/portal-in-store.ts';
import { type Session, StoreUnavailable } from './session.ts';
import { openSqlite } from './sqlite-store.ts';
import type { Store } from './store.ts';

describe('a store in a file', () => {
  let folder: string;
  let store: Store;
  const open = () =>
    openSqlite(join(folder, 'botyard.db'), { clock: manualClock(), random: systemRandom, secrets: testSecrets });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'botyard-'));
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('has a log for its commits, flushes the whole of it before a checkpoint, and holds to foreign keys', async () => {
    expect(await store.writeWith((session) => pragma(session, 'synchronous'))).toEqual([{ synchronous: 1 }]);
    expect(await store.writeWith((session) => pragma(session, 'journal_mode'))).toEqual([{ journal_mode: 'wal' }]);
    expect(await store.writeWith((session) => pragma(session, 'foreign_keys'))).toEqual([{ foreign_keys: 1 }]);
  });

  it('lets readers see what is committed only', async () => {
    const { portalId } = await store.write(insertPortal);
    const seen = () => store.read((work) => work.users.findPersonByEmail(portalId, 'eve@example.com'));
    const during = await store.write(async (work) => {
      await work.users.insertUser(person(portalId, 'Eve'), work.now);
      return seen();
    });
    expect(during).toBeUndefined();
    expect(await seen()).toMatchObject({ name: 'Eve' });
  });

  it('answers nobody before the shared commit', async () => {
    const answered: number[] = [];
    let answeredBeforeCommit: number[] | undefined;
    const first = store.write(async () => 1).then((value) => answered.push(value));
    const last = store.write(async () => {
      // Whatever could have been answered by now would be.
      for (let i = 0; i < 10; i += 1) await undefined;
      answeredBeforeCommit = [...answered];
    });
    await Promise.all([first, last]);
    expect(answeredBeforeCommit).toEqual([]);
    expect(answered).toEqual([1]);
  });

  it('lets every unit fail when the commit that they share does', async () => {
    const { portalId, chat, alice } = await store.write(insertPortal);
    await store.write((work) => insertText(work, chat, alice, 'first'));
    const good = store.write(async (work) => {
      await work.users.insertUser(person(portalId, 'Eve'), work.now);
      await work.users.updateUser({ ...alice, name: 'Alicia' }, work.now);
      await insertText(work, chat, alice, 'second');
    });
    const bad = store.writeWith(async (session) => {
      await session.exec('pragma defer_foreign_keys = on');
      await session.exec(
        "insert into webhook(portal_id, user_id, code_hash, code_sealed, scope, created_at) values (999, 999, '', '', '', 0)",
      );
    });
    expect((await Promise.allSettled([good, bad])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await store.read((work) => work.users.findPersonByEmail(portalId, 'eve@example.com'))).toBeUndefined();
    expect(await store.read((work) => work.users.findUser(alice.id))).toMatchObject({ name: 'Alice' });
    expect(await store.write((work) => work.messages.lockLast(chat.id))).toMatchObject({ seq: 1 });
    // It goes on with those who come next.
    await store.write((work) => work.users.insertUser(person(portalId, 'Eve'), work.now));
  });

  it('runs those again that shared a commit with a unit that failed after it wrote, and tells once of what they did', async () => {
    const { portalId, chat, alice } = await store.write(insertPortal);
    const told: Change[] = [];
    store.onCommit((changes) => told.push(...changes));
    let runs = 0;
    const neighbour = store.write(async (work) => {
      runs += 1;
      await work.users.insertUser(person(portalId, 'Eve'), work.now);
      await insertText(work, chat, alice, 'hello');
      work.announce({ type: 'messageDeleted', messageId: runs, chatId: chat.id } as Change);
      return runs;
    });
    const failing = store.write(async (work) => {
      await work.users.insertUser(person(portalId, 'Mallory'), work.now);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await neighbour).toBe(2);
    expect(told).toMatchObject([{ messageId: 2 }]);
    const people = await store.read((work) => work.users.listPeople(portalId));
    expect(people.map(({ name }) => name)).toEqual(['Alice', 'Bob', 'Eve']);
    expect(await store.write((work) => work.messages.lockLast(chat.id))).toMatchObject({ seq: 1 });
  });

  it('runs nobody again for a unit that failed before it wrote, or that was alone', async () => {
    const { portalId } = await store.write(insertPortal);
    const runs: string[] = [];
    const unit = (name: string, doomed?: 'first' | 'last') =>
      store
        .write(async (work) => {
          runs.push(name);
          if (doomed === 'first') throw new Error('refused');
          await work.users.insertUser(person(portalId, name), work.now);
          if (doomed === 'last') throw new Error('refused');
        })
        .catch(() => undefined);
    await Promise.all([unit('Eve'), unit('Mallory', 'first'), unit('Frank')]);
    await unit('Trudy', 'last');
    expect(runs).toEqual(['Eve', 'Mallory', 'Frank', 'Trudy']);
  });

  it('tells everybody of the disk when it took back the whole transaction', async () => {
    const { portalId } = await store.write(insertPortal);
    const neighbour = store.write((work) => work.users.insertUser(person(portalId, 'Eve'), work.now));
    const unlucky = store.writeWith(async (session) => {
      await session.exec('rollback');
      throw new StoreUnavailable('disk I/O error');
    });
    for (const unit of await Promise.allSettled([neighbour, unlucky]))
      expect(unit).toMatchObject({ reason: { message: 'disk I/O error' } });
    expect(await store.read((work) => work.users.listPeople(portalId))).toHaveLength(2);
  });

  it('takes writes again once a full disk has room', async () => {
    const { portalId } = await store.write(insertPortal);
    const pages = (await store.writeWith((session) => pragma(session, 'page_count'))) as { page_count: number }[];
    await store.writeWith((session) => pragma(session, `max_page_count = ${pages[0]?.page_count}`));
    const unit = store.write(async (work) => {
      for (let i = 0; i < 200; i += 1) await work.users.insertUser(person(portalId, 'x'.repeat(1000)), work.now);
    });
    await expect(unit).rejects.toMatchObject({ name: 'StoreUnavailable', message: expect.stringMatching(/full/) });
    await store.writeWith((session) => pragma(session, 'max_page_count = 1000000'));
    await store.write((work) => work.users.insertUser(person(portalId, 'Eve'), work.now));
  });

  it('goes on when one who listens throws, and tells the others', async () => {
    const failures: unknown[] = [];
    const heard: number[] = [];
    const busy = await openSqlite(':memory:', {
      clock: manualClock(),
      random: systemRandom,
      secrets: testSecrets,
      onListenerError: (error) => failures.push(error),
    });
    busy.onCommit(() => {
      throw new Error('not listening');
    });
    busy.onCommit((changes) => heard.push(changes.length));
    const write = () =>
      busy.write(async (work) => work.announce({ type: 'messageDeleted', messageId: 1, chatId: 1 } as Change));
    await write();
    await write();
    expect(heard).toEqual([1, 1]);
    expect(failures).toHaveLength(2);
    await busy.close();
  });

  it('is still there when it is opened again, with the ids that were given', async () => {
    const { chat, alice } = await store.write(insertPortal);
    const before = await store.write((work) => insertText(work, chat, alice, 'before'));
    await store.write((work) => work.messages.deleteMessage(before));
    await store.close();
    store = await open();
    expect(await store.read((work) => work.users.findUser(alice.id))).toEqual(alice);
    expect((await store.write((work) => insertText(work, chat, alice, 'after'))).id).toBeGreaterThan(before.id);
  });

  it('ends what is under way before it closes', async () => {
    const { portalId } = await store.write(insertPortal);
    const writes = Array.from({ length: 500 }, (_, i) =>
      store.write((work) => work.users.insertUser(person(portalId, `P${i}`), work.now)),
    );
    await store.close();
    await Promise.all(writes);
    store = await open();
    expect(await store.read((work) => work.users.listPeople(portalId))).toHaveLength(502);
  });
});

async function pragma(session: Session, text: string): Promise<unknown[]> {
  return (await session.query((db) => ({ compile: () => sql.raw(`pragma ${text}`).compile(db) }))).map((row) => ({
    ...(row as object),
  }));
}
