import { cpSync, existsSync, lutimesSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const HOUR = 3_600_000;

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'abandoned-'));
  data = join(folder, 'data');
  mkdirSync(data);
  // So large that progress is told of, when it can be seen what a backup has written.
  writeFileSync(join(data, 'key'), Buffer.alloc(5 * 1024 * 1024));
});
afterEach(() => rmSync(folder, { recursive: true }));

const backUp = (name: string, madeAt: number, onProgress = () => {}) =>
  makeBackup({ directory: data, databaseFile: undefined, databaseAddress: undefined }, join(folder, name), {
    madeAt,
    onProgress,
  });

/** What there is in the folder after a backup that was killed at this time, and one that was not. */
async function killedAt(time: number): Promise<string> {
  const left = join(folder, 'nightly.tar.part-a1B2c3');
  await backUp('nightly.tar', time, () => {
    const draft = readdirSync(folder).find((name) => name.includes('.part-')) ?? '';
    if (!existsSync(left)) cpSync(join(folder, draft), left, { recursive: true, verbatimSymlinks: true });
  });
  for (const path of [...readdirSync(left).map((name) => join(left, name)), left])
    lutimesSync(path, time / 1000, time / 1000);
  return left;
}

describe('what a killed backup leaves', () => {
  it('is gone after the next one into the same folder, and nothing of what it led to', async () => {
    const left = await killedAt(Date.now() - 2 * HOUR);
    await backUp('next.tar', Date.now());
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(data)).toEqual(['key']);
  });

  it('stays while it may still be written to', async () => {
    const left = await killedAt(Date.now() - HOUR / 2);
    await backUp('next.tar', Date.now());
    expect(existsSync(left)).toBe(true);
  });

  it('is not mistaken for a folder of the same kind of name with other things in it', async () => {
    const other = join(folder, 'film.part-000001');
    mkdirSync(other);
    lutimesSync(other, 1, 1);
    await backUp('next.tar', Date.now());
    expect(existsSync(other)).toBe(true);
  });
});

it('what a killed restore leaves is gone after the next one', async () => {
  await backUp('there.tar', Date.now());
  const again = join(folder, 'again');
  mkdirSync(join(again, 'restore-a1B2c3'), { recursive: true });
  writeFileSync(join(again, 'restore-a1B2c3', 'key'), 'a key');
  await restoreBackup(join(folder, 'there.tar'), again);
  expect(readdirSync(again)).toEqual(['key']);
});
