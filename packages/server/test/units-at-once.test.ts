import { describe, expect, test } from 'vitest';
import { unitsAtOnce, withoutPromises } from '../bin/units-at-once.mjs';

const made = (code: string) => withoutPromises(code, 'unit.ts');

describe('a unit of work without promises', () => {
  test.each([
    ['async function find(): Promise<number> {}', 'function find(): Promise<number> {}'],
    ['const find = async (id: number) => await load(id);', 'const find = (id: number) => load(id);'],
    ['const store = { async find() { return 1; } };', 'const store = { find() { return 1; } };'],
    ['class Store { private async find() {} }', 'class Store { private find() {} }'],
    ['async () => ({ ...(await (isOne ? one() : two())) });', '() => ({ ...((isOne ? one() : two())) });'],
    ['async () => (await rows()).map(async (row) => await read(row));', '() => (rows()).map((row) => read(row));'],
    ["const said = 'async and await'; // async await", "const said = 'async and await'; // async await"],
    ['query.case().when(a).then(1).end();', 'query.case().when(a).then(1).end();'],
  ])('%s', (before, after) => {
    expect(made(before)).toBe(after);
  });

  test.each([
    ['load().then(use);', '.then'],
    ['load().catch(use);', '.catch'],
    ['const both = await Promise.all([one(), two()]);', 'Promise.all'],
    ['const later = new Promise(use);', 'new Promise'],
    ['async function all() { for await (const one of many) use(one); }', 'for await'],
    ['async function* all() {}', 'async function*'],
  ])('refuses, with the place: %s', (code, what) => {
    expect(() => made(`\n${code}`)).toThrow(`unit.ts:2: ${what} cannot run at once`);
  });

  test('is made of the folders that units run in, and of no others', () => {
    const { transform } = unitsAtOnce();
    const code = 'export async function act() {}';
    for (const path of ['domain/chat/leave-chat.ts', 'storage/stores/chat-store.ts', 'api/methods/im/chat/get.ts'])
      expect(transform(code, `/packages/server/src/${path}`)?.code).toBe('export function act() {}');
    for (const path of [
      'delivery/delivery.ts',
      'http/rest.ts',
      'api/kernel/call/dispatcher.ts',
      'api/kernel/call/in-steps.ts',
      'api/kernel/call/repeats.ts',
      'domain/a.test.ts',
    ])
      expect(transform(code, `/packages/server/src/${path}`)).toBeUndefined();
  });
});
