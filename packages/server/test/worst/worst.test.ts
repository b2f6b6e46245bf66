import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../world.ts';
import { worstRequests } from './requests.ts';
import { send } from './send.ts';
import { type Settled, settle } from './settle.ts';
import { uncommonRequests } from './uncommon.ts';

/*
 * What `npm run bench:worst` sends and measures: here it is answered, never with a failure, and what is too large is
 * refused.
 */

let world: World;
let settled: Settled;
const failures: unknown[] = [];
beforeAll(async () => {
  world = await createWorld({ controlToken: 'worst', onError: (error) => failures.push(error) });
  settled = await settle(world.app, 20);
});
afterAll(() => world.close());

/** With which statuses those of that name were answered. */
async function statuses(fits: (name: string) => boolean): Promise<number[]> {
  const seen = new Set<number>();
  for (const one of worstRequests(settled).filter(({ name }) => fits(name))) seen.add(await send(settled, one));
  expect(failures).toEqual([]);
  return [...seen].sort();
}

describe('the largest bodies and larger ones', () => {
  it.each([
    ['a stranger', '1 MB', [400, 401]],
    ['a stranger', '2 MB', [413]],
    ['a wrong webhook', '32 MB', [401]],
    ['a webhook', '4 MB', [200, 400]],
    ['a webhook', '8 MB', [413]],
    ['the token endpoint', '1 MB', [413]],
    ['the token endpoint', '2 MB', [413]],
    ['the sign-in form', '1 MB', [413]],
    ['the consent form', '1 MB', [413]],
    ['the invitation form', '1 MB', [413]],
    ['the control interface, a stranger', '1 MB', [401]],
    ['the control interface, a stranger', '2 MB', [401]],
    ['the control interface', '1 MB', [400]],
    ['the control interface', '2 MB', [413]],
  ])('from %s, of %s, are answered with %s', async (who, size, expected) => {
    expect(await statuses((name) => name.startsWith(`${who}: ${size} `))).toEqual(expected);
  });
});

it('the largest parameters of every method are read or refused', async () => {
  const seen = await statuses((name) => name.endsWith(': its largest'));
  expect(seen.filter((status) => status < 200 || status >= 500)).toEqual([]);
});

it('addresses, headers and parts of messages of the worst sizes are answered or refused', async () => {
  const uncommon = new Set(uncommonRequests(settled).map(({ name }) => name));
  const seen = await statuses((name) => uncommon.has(name));
  expect(seen.filter((status) => status < 200 || status >= 500)).toEqual([]);
});
