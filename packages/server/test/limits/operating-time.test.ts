import { describe, expect, it } from 'vitest';
import { busyMethods } from '../busy-methods.ts';
import { seen } from '../calling.ts';
import { withScope } from '../scenes/people.ts';
import { inWorld } from '../world.ts';
import { statuses, times } from './statuses.ts';

const TOO_LONG = {
  status: 429,
  error: 'OPERATION_TIME_LIMIT',
  error_description: 'Method is blocked due to operation time limit',
};

describe('the limit of time', () => {
  const SECOND = 1000;
  const MINUTE = 60 * SECOND;

  it('refuses the next call of a method whose time is used up, as the documented example goes', () => {
    const busy = busyMethods(20 * SECOND);
    const { clock } = busy;
    return inWorld({ ...busy, limits: { operatingSeconds: 480 } }, async ({ alice, bob }) => {
      const began = clock.now() / SECOND;
      expect(await statuses(2, () => alice.call('profile'))).toEqual([200, 200]);
      clock.advance(MINUTE);
      expect(await statuses(22, () => alice.call('profile'))).toEqual(times(22, 200));
      // 480 seconds are not more than 480.
      expect((await alice.call('profile')).body.time.operating).toBe(500);
      const refused = await alice.call('profile');
      expect(seen(refused)).toEqual(TOO_LONG);
      // The first call had been measured when it ended.
      expect(refused.body.time).toMatchObject({ operating: 500, operating_reset_at: began + 620 });
      expect((await alice.call('server.time')).body.time.operating).toBe(20);
      expect((await bob.call('profile')).body.time.operating).toBe(20);
      clock.advance((began + 620) * SECOND - clock.now() - 1);
      expect(seen(await alice.call('profile'))).toEqual(TOO_LONG);
      clock.advance(1);
      // The basket of 40 seconds has left, and what was refused has added nothing.
      expect((await alice.call('profile')).body.time.operating).toBe(480);
      clock.advance(10 * MINUTE);
      expect((await alice.call('profile')).body.time.operating).toBe(20);
    });
  });

  it.each([-1, 1])('is the same when the clock of the machine is set by %i hours', (hours) => {
    const busy = busyMethods(20 * SECOND);
    const { clock } = busy;
    return inWorld({ ...busy, limits: { operatingSeconds: 10 } }, async ({ alice }) => {
      expect((await alice.call('profile')).status).toBe(200);
      clock.set(hours * 60 * MINUTE);
      const refused = await alice.call('profile');
      expect(seen(refused)).toEqual(TOO_LONG);
      expect(refused.body.time.operating_reset_at).toBe(clock.now() / SECOND + 600);
      clock.advance(10 * MINUTE);
      expect((await alice.call('profile')).status).toBe(200);
    });
  });

  it('is that of the calls in a batch, not of the batch', () => {
    return inWorld({ ...busyMethods(20 * SECOND), limits: { operatingSeconds: 30 } }, async ({ alice }) => {
      const cmd = { a: 'profile', b: 'profile', c: 'profile', d: 'server.time' };
      const { status, body } = await alice.call('batch', { cmd });
      expect({ status, answered: Object.keys(body.result.result) }).toEqual({ status: 200, answered: ['a', 'b', 'd'] });
      expect(body.result.result_error).toEqual({
        c: { error: TOO_LONG.error, error_description: TOO_LONG.error_description },
      });
      expect((await alice.call('batch', { cmd: ['server.time'] })).body.time.operating).toBe(0);
    });
  });

  it('is that of an application, whoever uses it, and of no other', () => {
    return inWorld({ ...busyMethods(20 * SECOND), limits: { operatingSeconds: 30 } }, async (world) => {
      const [one, other] = [await world.application(), await world.application()];
      await world.settled();
      expect((await one.as(world.alice).call('profile')).body.time.operating).toBe(20);
      expect((await one.as(world.bob).call('profile')).body.time.operating).toBe(40);
      expect(seen(await one.as(world.carol).call('profile'))).toEqual(TOO_LONG);
      expect((await other.as(world.alice).call('profile')).body.time.operating).toBe(20);
    });
  });

  it('is answered after the scope and before the parameters', () => {
    return inWorld({ ...busyMethods(20 * SECOND), limits: { operatingSeconds: 10 } }, async (world) => {
      expect((await world.alice.call('im.user.get', { ID: 0 })).status).toBe(400);
      expect(seen(await world.alice.call('im.user.get', { ID: 0 }))).toEqual(TOO_LONG);
      const guest = await withScope(world, world.alice, []);
      expect((await guest.call('im.user.get')).status).toBe(401);
      expect((await guest.call('im.user.get')).body.error).toBe('insufficient_scope');
    });
  });
});
