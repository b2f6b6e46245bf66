import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/*
 * Passwords are kept as `scrypt.1.<N>.<r>.<p>.<salt>.<hash>`: the cost stands beside each, so that it can be raised
 * without making anybody's password invalid.
 */

export interface PasswordCost {
  /** A power of two; the memory it takes is 128 * N * r bytes. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MB and about a quarter of a second; what OWASP recommends for that much memory. */
const USUAL_COST: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** At a time: the threads that hashing runs on also read files and look up hosts, and deliveries wait for those. */
const AT_ONCE = 2;
/** That wait for their turn; beyond that somebody is playing with the form. */
const LONGEST_QUEUE = 50;

/** More passwords are to be hashed than can be in reasonable time. */
export class TooManyPasswords extends Error {
  override readonly name = 'TooManyPasswords';
}

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long without a hash, so that nobody learns from the clock who is known here. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

/** Slow on purpose: never within a unit of work. */
export function scryptPasswords(cost: PasswordCost = USUAL_COST): Passwords {
  const inTurn = queue();
  const derive = (password: string, salt: Buffer, { N, r, p }: PasswordCost) =>
    inTurn(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          const options: ScryptOptions = { N, r, p, maxmem: 128 * N * r * 2 };
          // The same letters can be written in several ways, and keyboards differ in which they take.
          scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
            error ? reject(error) : resolve(key),
          );
        }),
    );
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const key = await derive(password, salt, cost);
      const { N, r, p } = cost;
      return ['scrypt', 1, N, r, p, salt.toString('base64url'), key.toString('base64url')].join('.');
    },
    async matches(password, hash) {
      const kept = hash === undefined ? undefined : parse(hash);
      const key = await derive(password, kept?.salt ?? randomBytes(SALT_BYTES), kept?.cost ?? cost);
      return kept !== undefined && timingSafeEqual(key, kept.key);
    },
  };
}

function parse(hash: string): { cost: PasswordCost; salt: Buffer; key: Buffer } {
  const [, N, r, p, salt = '', key = ''] = /^scrypt\.1\.(\d+)\.(\d+)\.(\d+)\.([\w-]+)\.([\w-]+)$/.exec(hash) ?? [];
  const kept = {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
  if (kept.key.length !== HASH_BYTES) throw new Error('Not the hash of a password');
  return kept;
}

/** Runs a few tasks at a time and the others in the order they came. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= AT_ONCE) {
      if (waiting.length >= LONGEST_QUEUE) throw new TooManyPasswords();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes over our place.
      if (next) next();
      else running -= 1;
    }
  };
}
