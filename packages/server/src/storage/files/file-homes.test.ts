import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileGone, type FileHome, FileNotKept } from './file-home.ts';
import { folderHome } from './folder-home.ts';
import { memoryHome } from './memory-home.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'botyard-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const KEY = '0123456789abcdef0123456789abcdef';
const OTHER = 'f'.repeat(32);

async function keep(home: FileHome, key: string, ...pieces: string[]): Promise<void> {
  const draft = await home.draft();
  for (const piece of pieces) await draft.write(Buffer.from(piece));
  await draft.keep(key);
  await draft.discard();
}

async function read(home: FileHome, key: string, range?: { from: number; to: number }): Promise<string> {
  return Buffer.concat(await (await home.open(key, range)).toArray()).toString();
}

describe.each([
  ['a folder', () => folderHome(newFolder())],
  ['memory', () => memoryHome()],
] as const)('%s', (_, make) => {
  it('gives back what was kept, or a part of it', async () => {
    const home = make();
    await keep(home, KEY, 'Hello', ' ', 'World');
    expect(await read(home, KEY)).toBe('Hello World');
    expect(await read(home, KEY, { from: 6, to: 8 })).toBe('Wor');
    await keep(home, OTHER, '');
    expect(await read(home, OTHER)).toBe('');
  });

  it('shows nothing that was not kept, and nothing that was removed', async () => {
    const home = make();
    const draft = await home.draft();
    await draft.write(Buffer.from('half'));
    await draft.discard();
    await draft.discard();
    await expect(home.open(KEY)).rejects.toThrow(FileGone);
    await keep(home, KEY, 'whole');
    await home.remove(KEY);
    await home.remove(KEY);
    await expect(home.open(KEY)).rejects.toThrow(FileGone);
  });

  it('keeps two files apart that are written at once', async () => {
    const home = make();
    const [one, other] = [await home.draft(), await home.draft()];
    for (const piece of ['a', 'b', 'c']) {
      await one.write(Buffer.from(piece));
      await other.write(Buffer.from(piece.toUpperCase()));
    }
    await other.keep(OTHER);
    await one.keep(KEY);
    expect([await read(home, KEY), await read(home, OTHER)]).toEqual(['abc', 'ABC']);
  });
});

it('a folder holds no name but keys, and nothing that an earlier run left half-written', async () => {
  const folder = newFolder();
  const home = folderHome(folder);
  await keep(home, KEY, 'kept');
  const draft = await home.draft();
  await draft.write(Buffer.from('half'));
  expect(readdirSync(join(folder, 'drafts'))).toHaveLength(1);
  // As after a crash.
  const next = folderHome(folder);
  expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  expect(await read(next, KEY)).toBe('kept');
  expect(readdirSync(folder).sort()).toEqual(['01', 'drafts']);
  expect(readdirSync(join(folder, '01'))).toEqual([KEY]);
  await draft.discard();
});

it('a folder that takes nothing says so, and leaves nothing', async () => {
  const folder = newFolder();
  const home = folderHome(folder);
  // A file where the folder of the key should be.
  writeFileSync(join(folder, '01'), '');
  const draft = await home.draft();
  await draft.write(Buffer.from('x'));
  await expect(draft.keep(KEY)).rejects.toThrow(FileNotKept);
  await draft.discard();
  expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
});

it('memory takes no more than it may, and has room again for what was given up or removed', async () => {
  const home = memoryHome(10);
  const large = await home.draft();
  await large.write(Buffer.alloc(10));
  await expect(keep(home, KEY, 'x')).rejects.toThrow(FileNotKept);
  await large.discard();
  await keep(home, KEY, '0123456789');
  await expect(keep(home, OTHER, 'x')).rejects.toThrow(FileNotKept);
  await home.remove(KEY);
  await keep(home, OTHER, '0123456789');
});
