import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ended, launch, temporaryFolder } from './botyard.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = temporaryFolder();
const server = join(folder.path, 'packages', 'server');
const main = join(server, 'dist', 'main.cjs');

/** A checkout of its own, whose program is small, so that the bundle of this one is left alone. */
beforeAll(() => {
  mkdirSync(join(server, 'src'), { recursive: true });
  cpSync(join(repository, 'packages/server/bin'), join(server, 'bin'), { recursive: true });
  cpSync(join(repository, 'packages/server/package.json'), join(server, 'package.json'));
  for (const copied of ['examples', 'docs/reference/openapi.json'])
    cpSync(join(repository, copied), join(folder.path, copied), { recursive: true });
  for (const modules of ['node_modules', 'packages/server/node_modules'])
    symlinkSync(join(repository, modules), join(folder.path, modules));
  write('main.ts', `import { word } from './word.ts';\nconsole.log(word satisfies string);\n`);
  write('word.ts', `export const word: string = 'one';\n`);
});
afterAll(() => folder.remove());

function write(name: string, text: string): void {
  writeFileSync(join(server, 'src', name), text);
}

function run(): Promise<Ended> {
  return launch([], folder.path, { program: join(server, 'bin', 'botyard.mjs') }).ended;
}

/** A minute in the past: files are compared by the time of their last change. */
function age(path: string): void {
  const before = new Date(Date.now() - 60_000);
  utimesSync(path, before, before);
}

test('programs that are started at once, with nothing bundled yet, do not get in each other’s way', async () => {
  const ended = await Promise.all([run(), run(), run()]);
  expect(ended).toEqual([1, 2, 3].map(() => ({ code: 0, stdout: 'one\n', stderr: '' })));
});

test('a bundle is used as long as it is newer than its sources, and made anew when it is not', async () => {
  const made = readFileSync(main, 'utf8');
  writeFileSync(main, made.replace('one', 'kept'));
  expect((await run()).stdout).toBe('kept\n');
  age(main);
  expect((await run()).stdout).toBe('one\n');
  age(main);
  write('word.ts', `export const word: string = 'two';\n`);
  expect((await run()).stdout).toBe('two\n');
});

test('sources that cannot be bundled are named, and nothing old is run instead', async () => {
  age(main);
  write('word.ts', 'export const word = ;\n');
  const { code, stdout, stderr } = await run();
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^The sources cannot be bundled\./);
  expect(stderr).toContain('word.ts');
});

test('a published package has no sources and runs what it was published with', async () => {
  age(main);
  rmSync(join(server, 'src'), { recursive: true });
  expect((await run()).stdout).toBe('two\n');
});
