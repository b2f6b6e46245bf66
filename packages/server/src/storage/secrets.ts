import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { keepingAnswers } from '#kit/keeping-answers.ts';

/**
 * Keeps what must be secret at rest. A secret that is only ever compared is stored as a keyed hash; one that must be
 * shown to its owner or sent again is stored sealed. The key lies in a file outside the database (R33), so that a
 * stolen copy of the database opens nothing.
 */
export interface Secrets {
  hash(secret: string): string;
  /** What only this portal can have written: to be compared with what comes back. */
  sign(text: Uint8Array): Buffer;
  seal(secret: string): string;
  open(sealed: string): string;
}

export const KEY_BYTES = 32;
const TAG_BYTES = 16;

export function secretsWithKey(key: Uint8Array): Secrets {
  const hashKey = Buffer.from(hkdfSync('sha256', key, '', 'botyard hash', KEY_BYTES));
  const signKey = Buffer.from(hkdfSync('sha256', key, '', 'botyard sign', KEY_BYTES));
  const sealKey = Buffer.from(hkdfSync('sha256', key, '', 'botyard seal', KEY_BYTES));
  return {
    hash: keepingAnswers((secret) => createHmac('sha256', hashKey).update(secret).digest('base64url')),
    sign: (text) => createHmac('sha256', signKey).update(text).digest(),
    // v1.<iv>.<tag>.<text>: the version lets the form change without guessing what lies in old rows.
    seal(secret) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return ['v1', ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
    },
    open: keepingAnswers((sealed) => {
      const [version, iv, tag, text] = sealed.split('.');
      if (version !== 'v1' || iv === undefined || tag === undefined || text === undefined)
        throw new Error('Not a sealed secret');
      // Without a fixed length a tag that was cut to four bytes would do, and those can be guessed.
      const decipher = createDecipheriv('aes-256-gcm', sealKey, Buffer.from(iv, 'base64url'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
    }),
  };
}
