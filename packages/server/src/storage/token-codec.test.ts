import { describe, expect, it } from 'vitest';
import { KEY_BYTES, secretsWithKey } from './secrets.ts';
import { tokenCodec } from './token-codec.ts';

const codec = tokenCodec(secretsWithKey(new Uint8Array(KEY_BYTES).fill(1)));
const another = tokenCodec(secretsWithKey(new Uint8Array(KEY_BYTES).fill(2)));
const access = { portalId: 1, applicationId: 2 ** 40, userId: 2 ** 47, expires: 2 ** 32 - 1, mark: '89abcdef' };
const { mark: _, ...holder } = access;
const refresh = { ...holder, family: '0123456789abcdef', number: 7 };

describe('a token', () => {
  it('says what was put into it', () => {
    expect(codec.readAccess(codec.access(access))).toEqual(access);
    expect(codec.readRefresh(codec.refresh(refresh))).toEqual(refresh);
  });

  it('is read by nobody with another key', () => {
    expect(another.readAccess(codec.access(access))).toBeUndefined();
    expect(another.readRefresh(codec.refresh(refresh))).toBeUndefined();
  });

  it('of one kind is none of the other', () => {
    expect(codec.readAccess(codec.refresh(refresh))).toBeUndefined();
    expect(codec.readRefresh(codec.access(access))).toBeUndefined();
  });

  it('cannot be changed in any place', () => {
    const token = codec.refresh(refresh);
    for (let place = 0; place < token.length; place += 1) {
      const other = token[place] === '0' ? '1' : '0';
      expect(codec.readRefresh(token.slice(0, place) + other + token.slice(place + 1))).toBeUndefined();
    }
  });

  it.each(['', 'x', 'g'.repeat(86), 'é'.repeat(86), `${codec.access(access)}\n`, codec.access(access).toUpperCase()])(
    'is not %j',
    (text) => expect(codec.readAccess(text)).toBeUndefined(),
  );
});
