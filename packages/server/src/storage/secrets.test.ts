import { describe, expect, it } from 'vitest';
import { KEY_BYTES, secretsWithKey } from './secrets.ts';

const secrets = secretsWithKey(new Uint8Array(KEY_BYTES).fill(1));
const ofAnotherKey = secretsWithKey(new Uint8Array(KEY_BYTES).fill(2));

describe('a sealed secret', () => {
  it('opens with the key it was sealed with', () => {
    for (const secret of ['', 'code', 'Grüße 👋', 'x'.repeat(100_000)])
      expect(secrets.open(secrets.seal(secret))).toBe(secret);
  });

  it('never looks the same twice', () => {
    expect(secrets.seal('code')).not.toBe(secrets.seal('code'));
  });

  it('does not open with another key', () => {
    expect(() => ofAnotherKey.open(secrets.seal('code'))).toThrow();
  });

  it('does not open once any part of it was changed', () => {
    const parts = secrets.seal('code').split('.');
    for (const index of parts.keys()) {
      const tampered = parts
        .map((part, i) => (i === index ? (part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`) : part))
        .join('.');
      expect(() => secrets.open(tampered), `part ${index}`).toThrow();
    }
  });

  it('does not open with a tag that was cut short, which would be easier to guess', () => {
    const [version, iv, tag = '', text] = secrets.seal('code').split('.');
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => secrets.open([version, iv, short, text].join('.'))).toThrow();
  });

  it('is not taken for one when it is something else', () => {
    for (const text of ['', 'code', 'v2.a.b.c', 'v1.a.b'])
      expect(() => secrets.open(text)).toThrow('Not a sealed secret');
  });
});

describe('a hashed secret', () => {
  it('is the same each time, so that it can be looked up', () => {
    expect(secrets.hash('code')).toBe(secrets.hash('code'));
    expect(secrets.hash('code')).not.toBe(secrets.hash('Code'));
  });

  it('cannot be computed without the key', () => {
    expect(ofAnotherKey.hash('code')).not.toBe(secrets.hash('code'));
  });
});
