import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { testSecrets } from '../../test/databases.ts';
import { insertPortal, person } from '../../test/portal-in-store.ts';
import { type Disk, diskUnder } from './disk.ts';
import { openSqlite } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** A disk that flushes when the test says so, which is where this thread does not wait for it. */
class HeldDisk implements Disk {
  readonly flushedSizes: number[] = [];
  readonly #real: Disk;
  readonly #path: string;
  /** Called when this thread waits. */
  whenWaited: () => void = () => undefined;
  #held: { resolve(): void; reject(error: Error): void } | undefined;
  #told: (() => void) | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#real = diskUnder(path);
  }

  flushNow(): void {
    this.#real.flushNow();
    this.whenWaited();
    this.flushedSizes.push(statSync(this.#path).size);
  }

  flushBeside(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#held = { resolve, reject };
      this.#told?.();
    });
  }

  close(): void {
    this.#real.close();
  }

  /** Until a flush has begun. */
  async begun(): Promise<void> {
    if (this.#held) return;
    await new Promise<void>((resolve) => {
      this.#told = resolve;
    });
  }

  async end(): Promise<void> {
    await this.#real.flushBeside();
    this.#held?.resolve();
    this.#held = undefined;
  }

  fail(error: Error): void {
    this.#held?.reject(error);
    this.#held = undefined;
  }
}

describe('what a store in a file has committed', () => {
  let folder: string;
  let disk: HeldDisk;
  let store: Store;
  let portalId: number;
  const lost: string[] = [];
  const clock = manualClock();
  const open = () =>
    openSqlite(join(folder, 'botyard.db'), {
      clock,
      random: systemRandom,
      secrets: testSecrets,
      onLost: ({ message }) => lost.push(message),
      diskUnder(path) {
        disk = new HeldDisk(path);
        return disk;
      },
    });
  const add = (name: string) => store.write((work) => work.users.insertUser(person(portalId, name), work.now));
  const names = async () => (await store.read((work) => work.users.listPeople(portalId))).map(({ name }) => name);
  /** A commit for which the disk takes two milliseconds: for the next one it is waited for beside this thread. */
  const waitLong = async () => {
    disk.whenWaited = () => clock.advance(2);
    await add('Dee');
    disk.whenWaited = () => undefined;
  };
  const crowd = (...people: string[]) => Promise.allSettled(people.map(add));
  /** Whatever could have happened by now has. */
  const afterAWhile = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'botyard-'));
    lost.length = 0;
    store = await open();
    ({ portalId } = await store.write(insertPortal));
  });
  afterEach(async () => {
    await store.close().catch(() => undefined);
    rmSync(folder, { recursive: true });
  });

  it('is flushed with its log before it is answered, on this thread where the disk is quick', async () => {
    const before = disk.flushedSizes.length;
    await add('Eve');
    expect(disk.flushedSizes).toHaveLength(before + 1);
    expect(disk.flushedSizes.at(-1)).toBe(statSync(join(folder, 'botyard.db-wal')).size);
  });

  it('to a slow disk is answered when the disk has it, and other things happen until then', async () => {
    await waitLong();
    let answered = 0;
    const all = crowd('Eve', 'Fay', 'Gus', 'Hal').then((units) => {
      answered = units.length;
    });
    await disk.begun();
    await afterAWhile();
    expect(answered).toBe(0);
    await disk.end();
    await all;
    expect(answered).toBe(4);
  });

  it('is told to many who look in as many turns of the loop as what they do with it takes', async () => {
    await waitLong();
    const all = crowd('Eve', 'Fay', 'Gus', 'Hal');
    await disk.begun();
    let [turns, isOver] = [0, false];
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    const toldIn: number[] = [];
    const looking = Array.from({ length: 4 }, async () => {
      await names();
      toldIn.push(turns);
      // More than the share of a turn.
      for (const begun = performance.now(); performance.now() - begun < 11; );
    });
    count();
    await disk.end();
    await Promise.all([...looking, all]);
    isOver = true;
    expect(new Set(toldIn).size).toBe(4);
  });

  it('is told to nobody who looks before the disk has it', async () => {
    await waitLong();
    const all = crowd('Eve', 'Fay', 'Gus', 'Hal');
    await disk.begun();
    let told: readonly string[] | undefined;
    let refusal: unknown;
    const looking = names().then((seen) => {
      told = seen;
    });
    const refused = store
      .read(async () => Promise.reject(new Error('refused')))
      .catch((error) => {
        refusal = error;
      });
    await afterAWhile();
    expect({ told, refusal }).toEqual({ told: undefined, refusal: undefined });
    await disk.end();
    await Promise.all([all, looking, refused]);
    expect(told).toEqual(expect.arrayContaining(['Eve', 'Fay', 'Gus', 'Hal']));
    expect(refusal).toMatchObject({ message: 'refused' });
  });

  it('is followed by no other commit before the disk has it', async () => {
    await waitLong();
    const first = crowd('Eve', 'Fay', 'Gus', 'Hal');
    await disk.begun();
    let isAnswered = false;
    const next = add('Ida').then(() => {
      isAnswered = true;
    });
    await afterAWhile();
    expect(isAnswered).toBe(false);
    await disk.end();
    await Promise.all([first, next]);
    expect(await names()).toContain('Ida');
  });

  it('is waited for on this thread again once the disk is quick', async () => {
    await waitLong();
    const slow = add('Eve');
    await disk.begun();
    await disk.end();
    await slow;
    const before = disk.flushedSizes.length;
    await add('Fay');
    expect(disk.flushedSizes).toHaveLength(before + 1);
  });

  it('and the disk did not keep is acknowledged to nobody, nor is anything after it: the portal has to stop', async () => {
    await waitLong();
    const all = crowd('Eve', 'Fay', 'Gus', 'Hal');
    await disk.begun();
    const looking = names();
    const next = add('Ida');
    disk.fail(new Error('EIO: i/o error, fdatasync'));
    for (const unit of await all) expect(unit).toMatchObject({ reason: { name: 'StoreUnavailable' } });
    await expect(looking).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(next).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(add('Jan')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(lost).toEqual([
      'The disk did not keep what was written (EIO: i/o error, fdatasync): this portal stops. Look after the disk, then start it again.',
    ]);
    await store.close();
    store = await open();
    await add('Kim');
    expect(await names()).toContain('Kim');
  });
});
