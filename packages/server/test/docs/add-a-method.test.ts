import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from '../contract/checks/subject.ts';
import type { Contract } from '../contract/contract.ts';
import type { createWorld as CreateWorld } from '../world.ts';
import { pathOf, shownFiles, textOf, withFilesAsTheyAre } from './document.ts';

const DOCUMENT = 'docs/how-to/add-a-method.md';
const METHOD = 'im.message.like';
const INDEX = 'packages/server/src/api/methods.generated.ts';
const METHOD_FILE = 'packages/server/src/api/methods/im/message/like.ts';

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'botyard-how-to-'));
  mkdirSync(join(copy, 'packages/server'), { recursive: true });
  for (const folder of ['packages/server/src', 'packages/server/test', 'tools'])
    cpSync(pathOf(folder), join(copy, folder), { recursive: true });
  for (const file of ['package.json', 'packages/server/package.json']) cpSync(pathOf(file), join(copy, file));
  symlinkSync(pathOf('node_modules'), join(copy, 'node_modules'));
  rmSync(join(copy, METHOD_FILE));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Of the copy, as it is now. */
const load = <T>(path: string): Promise<T> => import(/* @vite-ignore */ join(copy, path)) as Promise<T>;

async function generate(): Promise<void> {
  const { staleIndexes } = await load<{ staleIndexes(write: boolean): string[] }>('tools/generate.ts');
  staleIndexes(true);
}

// Run with -u to write the files into it as they are.
test('the how-to shows the files as they stand in the repository', async () => {
  const document = textOf(DOCUMENT);
  expect(shownFiles(document).map(({ path }) => path)).toContain(METHOD_FILE);
  await expect(withFilesAsTheyAre(document)).toMatchFileSnapshot(pathOf(DOCUMENT));
});

test('following it where the method is not there yet makes the method, as its page has it', async () => {
  await generate();
  expect(readFileSync(join(copy, INDEX), 'utf8')).not.toContain('im/message/like.ts');
  for (const { path, text } of shownFiles(textOf(DOCUMENT))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  await generate();

  const { createWorld } = await load<{ createWorld: typeof CreateWorld }>('packages/server/test/world.ts');
  const { default: contract } = await load<{ default: Contract }>(`packages/server/test/contract/${METHOD}.ts`);
  const world = await createWorld();
  const example = await contract.example(world);
  expect((await send(world, { name: METHOD }, example)).body.result).toBe(true);
  await world.close();
  for (const [row, cause] of Object.entries(contract.errors)) {
    const fresh = await createWorld();
    const caused = await cause(fresh);
    const { error, error_description } = (await send(fresh, { name: METHOD }, caused)).body;
    expect(`${error}: ${error_description}`).toBe(row);
    await fresh.close();
  }
});
