import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Log, silentLog } from '#kit/log.ts';
import { keptLog } from '../test/log-lines.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'botyard-data-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = (path: string, log: Log = silentLog) => openDataDirectory({ path, inMemory: false, log });

/** A first start that got as far as a database with something in it. */
function started(path: string): DataDirectory {
  const directory = open(path);
  writeFileSync(directory.database, Buffer.alloc(8192));
  directory.keepKey();
  return directory;
}

test('a key is made once and kept', () => {
  const path = join(root, 'deep', 'down');
  const first = started(path);
  first.release();
  const second = open(path);
  second.release();
  expect(first.key).toHaveLength(32);
  expect(Buffer.from(second.key)).toEqual(Buffer.from(first.key));
  expect(statSync(join(path, 'key')).mode & 0o777).toBe(0o600);
});

test('only one has it at a time', () => {
  const holder = open(root);
  expect(() => open(root)).toThrow(/^Another Botyard already runs on .*--data DIR$/);
  holder.release();
  open(root).release();
});

test('a key that others could read is closed to them, and that is said', () => {
  started(root).release();
  chmodSync(join(root, 'key'), 0o644);
  const { log, messages } = keptLog();
  open(root, log).release();
  expect(messages()).toEqual([`${join(root, 'key')} was open to other users of this machine; now it is not`]);
  expect(statSync(join(root, 'key')).mode & 0o777).toBe(0o600);
});

test('data whose key is gone or broken is not given a new one', () => {
  writeFileSync(join(root, 'botyard.db'), Buffer.alloc(8192));
  expect(() => open(root)).toThrow(/The key of this data is gone: put .*key back from your backup/);
  expect(existsSync(join(root, 'key'))).toBe(false);
  writeFileSync(join(root, 'key'), 'short');
  expect(() => open(root)).toThrow(/is not a key: it has 5 bytes instead of 32/);
});

test('a key without its database is not given a new one', () => {
  started(root).release();
  writeFileSync(join(root, 'botyard.db'), '');
  expect(() => open(root)).toThrow(
    `${join(root, 'key')} is there, but its database ${join(root, 'botyard.db')} is empty. Put it back from your backup; to begin anew, remove ${join(root, 'key')}`,
  );
  rmSync(join(root, 'botyard.db'));
  expect(() => open(root)).toThrow(/botyard\.db is gone\. Put it back/);
  writeFileSync(join(root, 'botyard.db-wal'), 'what was written and not folded in yet');
  open(root).release();
});

test('a first start that was cut off goes on with the key that it made', () => {
  const cutOff = open(root);
  cutOff.release();
  expect(existsSync(join(root, 'key'))).toBe(false);
  const next = started(root);
  next.release();
  expect(Buffer.from(next.key)).toEqual(Buffer.from(cutOff.key));
});

test('a key that is a folder is named', () => {
  mkdirSync(join(root, 'key'));
  expect(() => open(root)).toThrow(`${join(root, 'key')} is not a file. Put the key back there from your backup`);
});

test('a damaged lock is named, with what to do', () => {
  writeFileSync(join(root, 'lock'), 'x'.repeat(1000));
  expect(() => open(root)).toThrow(
    `${join(root, 'lock')} is damaged. Remove it, nothing is lost with it, and start again`,
  );
});

test('a folder of its own is kept out of repositories; one that was there is left as it is', () => {
  const own = join(root, 'own');
  open(own).release();
  expect(readFileSync(join(own, '.gitignore'), 'utf8')).toBe('*\n');
  const other = join(root, 'other');
  mkdirSync(other);
  open(other).release();
  expect(existsSync(join(other, '.gitignore'))).toBe(false);
});

test('what keeps nothing has a folder that goes with it', () => {
  const directory = openDataDirectory({ path: undefined, inMemory: true, log: silentLog });
  expect(directory.database).toBe(':memory:');
  expect(statSync(directory.path).mode & 0o077).toBe(0);
  directory.release();
  expect(existsSync(directory.path)).toBe(false);
});
