import { expect, it } from 'vitest';
import { scryptPasswords, TooManyPasswords } from './password.ts';

const quick = scryptPasswords({ N: 16, r: 1, p: 1 });

it('knows the right password from a wrong one', async () => {
  const hash = await quick.hash('correct horse battery');
  expect(await quick.matches('correct horse battery', hash)).toBe(true);
  expect(await quick.matches('correct horse batterY', hash)).toBe(false);
  expect(await quick.matches('', hash)).toBe(false);
});

it('writes its cost beside a hash, and no two hashes of a password are the same', async () => {
  const hashes = [await quick.hash('the same'), await quick.hash('the same')];
  for (const hash of hashes) expect(hash).toMatch(/^scrypt\.1\.16\.1\.1\.[\w-]{22}\.[\w-]{43}$/);
  expect(hashes[0]).not.toBe(hashes[1]);
});

it('still knows passwords that were hashed at another cost', async () => {
  const dearer = scryptPasswords({ N: 32, r: 2, p: 1 });
  expect(await dearer.matches('long ago', await quick.hash('long ago'))).toBe(true);
});

it('takes letters for the same however they are composed', async () => {
  expect(await quick.matches('cafe\u0301 au lait', await quick.hash('caf\u00e9 au lait'))).toBe(true);
});

// That it stands in the queue like the others shows that it costs as much: nothing about who is known can be timed.
it('hashes even where there is nothing to match, and turns away a crowd instead of making everybody wait', async () => {
  const asked = Array.from({ length: 200 }, () => quick.matches('x', undefined));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThan(100);
  expect(refused.every(({ reason }) => reason instanceof TooManyPasswords)).toBe(true);
  for (const answer of answers) if (answer.status === 'fulfilled') expect(answer.value).toBe(false);
});
