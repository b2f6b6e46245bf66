import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { create } from 'tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteFile } from '#storage/sqlite-driver.ts';
import { commandsInFolder } from './in-folder.ts';

const { at, run, succeeds, start, remove } = commandsInFolder();
/** Data that a portal has left behind. */
beforeAll(async () => {
  await (await start('left')).stop();
  await succeeds('backup', 'left.tar', '--data', 'left');
});
afterAll(remove);

describe('what cannot be is said in one line, and nothing is changed', () => {
  const refuses = async (said: RegExp, ...args: string[]) => {
    const ended = await run(...args);
    expect({ args, ...ended }).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(said) });
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  };

  test('a file that exists is left as it is', async () => {
    writeFileSync(at('precious'), 'precious');
    await refuses(
      /^Error: .*precious exists already and is left as it is\. Choose another name\.$/m,
      'backup',
      'precious',
      '--data',
      'left',
    );
    expect(readFileSync(at('precious'), 'utf8')).toBe('precious');
  });

  test('a folder that is not there, a place without a portal, a portal that keeps nothing', async () => {
    await refuses(
      /no\/where\.tar cannot be written: there is no such file or folder\.$/m,
      'backup',
      'no/where.tar',
      '--data',
      'left',
    );
    mkdirSync(at('empty'));
    await refuses(
      /^Error: There is no portal in .*empty: it holds no key\. Say where it is: --data DIR\.$/m,
      'backup',
      'e.tar',
      '--data',
      'empty',
    );
    const server = await start('in-memory', '--memory');
    await refuses(/^Error: This portal keeps nothing\./, 'backup', 'e.tar', '--data', 'in-memory');
    await server.stop();
    expect(existsSync(at('e.tar'))).toBe(false);
  });

  test('a backup that takes longer than it may is given up, and leaves nothing', async () => {
    await refuses(
      /^Error: The backup was not made within 0\.001 s and is given up\. Give it longer: --within SECONDS\.$/m,
      'backup',
      'late.tar',
      '--data',
      'left',
      '--within',
      '0.001',
    );
    expect(readdirSync(at()).filter((name) => name.startsWith('late'))).toEqual([]);
  });

  test('a restore never goes over data', async () => {
    await refuses(
      /^Error: .*left holds a portal already, and is left as it is\. Restore into another folder: --data DIR, or move that one away: mv /,
      'restore',
      'left.tar',
      '--data',
      'left',
    );
    await refuses(
      /cannot be restored into .*: there is no such file or folder/,
      'restore',
      'nothing.tar',
      '--data',
      'new-1',
    );
    await refuses(/precious is no backup of Botyard/, 'restore', 'precious', '--data', 'new-2');
    const whole = readFileSync(at('left.tar'));
    writeFileSync(at('half.tar'), whole.subarray(0, whole.length / 2));
    await refuses(/half\.tar is no backup of Botyard, or is damaged/, 'restore', 'half.tar', '--data', 'new-3');
    for (const name of ['new-1', 'new-2', 'new-3'])
      expect(readdirSync(at(name)).filter((one) => !/^(\.gitignore|lock.*)$/.test(one))).toEqual([]);
  });

  test('what a newer program wrote is neither restored nor started', async () => {
    mkdirSync(at('newer'));
    for (const name of ['botyard.db', 'key']) copyFileSync(at('left', name), at('newer', name));
    const database = openSqliteFile(at('newer', 'botyard.db'));
    database.exec("insert into migration values ('9999-of-tomorrow')");
    database.close();
    await succeeds('backup', 'newer.tar', '--data', 'newer');
    await refuses(
      /newer\.tar was made by a newer Botyard \(schema step 9999-of-tomorrow\)\. Restore it with that version\.$/m,
      'restore',
      'newer.tar',
      '--data',
      'new-4',
    );
    await refuses(
      /^Error: This data was written by a newer Botyard \(schema step 9999-of-tomorrow\)\./,
      'start',
      '--port',
      '0',
      '--data',
      'newer',
    );
    writeFileSync(at('backup.json'), JSON.stringify({ format: 2, version: '9.9.9', madeAt: 0, database: 'sqlite' }));
    await create({ file: at('format-2.tar'), cwd: at() }, ['backup.json']);
    await refuses(
      /was made by a newer Botyard \(9\.9\.9\)\. Restore it with that version\.$/m,
      'restore',
      'format-2.tar',
      '--data',
      'new-5',
    );
  });
});

describe('check finds', () => {
  const problemsOf = async (data: string) => {
    const { code, stdout } = await run('check', '--data', data, '--json');
    expect({ data, code }).toEqual({ data, code: 1 });
    return JSON.parse(stdout).problems.join('\n');
  };
  const copyOf = (name: string) => {
    mkdirSync(at(name));
    for (const file of ['botyard.db', 'key']) copyFileSync(at('left', file), at(name, file));
  };

  test('data of a newer program', async () => {
    expect(await problemsOf('newer')).toMatch(
      /^This data was written by a newer Botyard \(schema step 9999-of-tomorrow\)/,
    );
  });

  test('a wrong key, none, and one that others can read', async () => {
    copyOf('odd-key');
    writeFileSync(at('odd-key', 'key'), new Uint8Array(32), { mode: 0o600 });
    expect(await problemsOf('odd-key')).toMatch(/key is not the key that this data was sealed with/);
    rmSync(at('odd-key', 'key'));
    expect(await problemsOf('odd-key')).toMatch(/^The key .* is gone or cannot be read/);
    writeFileSync(at('odd-key', 'key'), readFileSync(at('left', 'key')), { mode: 0o644 });
    expect(await problemsOf('odd-key')).toMatch(
      /key can be read by other users of this machine\. Close it: chmod 600 /,
    );
  });

  test('a damaged database', async () => {
    copyOf('damaged');
    const bytes = readFileSync(at('damaged', 'botyard.db'));
    bytes.fill(0x5a, 4096 * 3, 4096 * 6);
    writeFileSync(at('damaged', 'botyard.db'), bytes);
    expect(await problemsOf('damaged')).toMatch(
      /botyard\.db is damaged: .*Restore a backup: \.\/botyard restore --help/,
    );
  });
});
