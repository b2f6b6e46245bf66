import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ManualClock, manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { secretsWithKey } from '#storage/secrets.ts';
import { openSqlite } from '#storage/sqlite-store.ts';
import type { Store } from '#storage/store.ts';
import { outbox } from '#storage/stores/outbox.ts';
import { Leases } from './leases.ts';
import { ReceiverClaim } from './receiver-claim.ts';
import { ownerOf } from './receiver-owner.ts';

const BOT = 21;

let clock: ManualClock;
let store: Store;

beforeEach(async () => {
  clock = manualClock();
  store = await openSqlite(':memory:', { clock, random: systemRandom, secrets: secretsWithKey(new Uint8Array(32)) });
});
afterEach(() => store.close());

const claimed = async (leases: Leases, botId = BOT) => {
  const lease = await leases.claim(botId);
  if (!lease) throw new Error('The bot is taken');
  return lease;
};

describe('the leases of a process', () => {
  it('keep other processes off, as long as they are renewed', async () => {
    const ours = new Leases(store, clock, 'we');
    const theirs = new Leases(store, clock, 'they');
    const lease = await claimed(ours);
    for (let i = 0; i < 5; i += 1) {
      clock.advance(5_000);
      await ours.renew();
      expect(ours.holds(lease)).toBe(true);
      expect(await theirs.claim(BOT)).toBeUndefined();
    }
  });

  it('end by the clock that nobody can set back, before another process can have the bot', async () => {
    const ours = new Leases(store, clock, 'we');
    const theirs = new Leases(store, clock, 'they');
    const lease = await claimed(ours);
    clock.advance(14_000);
    expect(ours.holds(lease)).toBe(false);
    expect(await theirs.claim(BOT)).toBeUndefined();
    clock.advance(1_001);
    expect(await theirs.claim(BOT)).toMatchObject({ epoch: 2 });
  });

  it('are not brought back by a renewal once they have ended', async () => {
    const ours = new Leases(store, clock, 'we');
    const lease = await claimed(ours);
    clock.advance(15_001);
    await new Leases(store, clock, 'they').claim(BOT);
    await ours.renew();
    expect(ours.holds(lease)).toBe(false);
    expect(await ours.claim(BOT)).toBeUndefined();
  });

  it('end all together: a claim after the end does not vouch for the others', async () => {
    const ours = new Leases(store, clock, 'we');
    const old = await claimed(ours);
    clock.advance(15_001);
    const fresh = await claimed(ours, BOT + 1);
    expect(ours.holds(fresh)).toBe(true);
    expect(ours.holds(old)).toBe(false);
  });

  it('are given back at the end', async () => {
    const ours = new Leases(store, clock, 'we');
    const lease = await claimed(ours);
    await ours.release();
    expect(ours.holds(lease)).toBe(false);
    expect(await new Leases(store, clock, 'they').claim(BOT)).toBeDefined();
  });
});

describe('the claim of a receiver', () => {
  it('says of a try that ends while the receiver is claimed anew whether it is tried again', async () => {
    const leases = new Leases(store, clock, 'we');
    const owner = (receiverId: number) => store.read((work) => ownerOf(work, receiverId));
    const context = { owner, claim: (id: number) => leases.claim(id), holds: leases.holds.bind(leases) };
    const claim = new ReceiverClaim(BOT, context, () => undefined);
    await claim.acquire();
    claim.drop();
    expect([claim.isHeld, claim.retries]).toEqual([false, true]);
    await store.writeWith((session) => outbox(session).updateRetries(BOT, false));
    await claim.acquire();
    claim.drop();
    expect([claim.isHeld, claim.retries]).toEqual([false, false]);
  });
});
