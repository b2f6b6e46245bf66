import { expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import type { Store } from '#storage/store.ts';
import { testSecrets } from './databases.ts';
import { takeMemory } from './memory-databases.ts';

const take = () => takeMemory({ clock: manualClock(), random: systemRandom, secrets: testSecrets });
const addPortal = (store: Store) =>
  store.write((work) => work.portals.insertPortal({ memberId: 'one', language: 'en', now: work.now }));

it('gives out a database without the rows and ids of the test before', async () => {
  const before = await take();
  const id = await addPortal(before);
  await before.close();
  const after = await take();
  expect(await after.read((work) => work.portals.findPortal(id))).toBeUndefined();
  expect(await addPortal(after)).toBe(id);
  await after.close();
});

it('gives out no database whose schema a test has changed', async () => {
  const before = await take();
  const refusal = "create trigger refuse before insert on portal begin select raise(abort, 'constraint failed'); end";
  await before.writeWith((session) => session.exec(refusal));
  await expect(addPortal(before)).rejects.toThrow('constraint failed');
  await before.close();
  const after = await take();
  await addPortal(after);
  await after.close();
});

it('refuses whoever still uses a database that was given back', async () => {
  const before = await take();
  const id = await addPortal(before);
  await before.close();
  await expect(before.read((work) => work.portals.findPortal(id))).rejects.toThrow('database is not open');
});
