import { expect, test } from 'vitest';
import type { FileLink } from '#domain/file/file-link.ts';
import { linkCodec } from './link-codec.ts';
import { secretsWithKey } from './secrets.ts';

const links = linkCodec(secretsWithKey(new Uint8Array(32).fill(1)));
const link: FileLink = { kind: 'upload', portalId: 1, userId: 2, id: 3, isRenaming: true, expires: 1_900_000_000 };

test('a link says what was written into it', () => {
  for (const kind of ['download', 'preview', 'upload'] as const)
    for (const isRenaming of [true, false]) {
      const one = { ...link, kind, isRenaming };
      expect(links.read(links.write(one))).toEqual(one);
    }
  for (const auth of ['webhook', 'oauth', 'session'] as const) {
    const one = { ...link, by: { auth, id: 7 } };
    expect(links.read(links.write(one))).toEqual(one);
  }
});

test('one that was changed, cut, or signed with another key is none', () => {
  const text = links.write(link);
  const other = linkCodec(secretsWithKey(new Uint8Array(32).fill(2)));
  expect(links.read(other.write(link))).toBeUndefined();
  expect(links.read(text.replace('000000000003', '000000000004'))).toBeUndefined();
  expect(links.read(text.slice(0, -2))).toBeUndefined();
  expect(links.read(text.toUpperCase())).toBeUndefined();
  expect(links.read('')).toBeUndefined();
});
