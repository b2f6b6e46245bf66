import { describe, expect, it } from 'vitest';
import { type ManualClock, manualClock } from '#kit/clock.ts';
import { busyMethods } from './busy-methods.ts';
import { seen } from './calling.ts';
import { changeUser, withScope } from './scenes/people.ts';
import { inWorld, post } from './world.ts';

/*
 * What every method answers alike: the errors that are nobody's own, and the block of times.
 */

const NO_AUTH = { status: 401, error: 'NO_AUTH_FOUND', error_description: 'Wrong authorization data' };
const WRONG_AUTH = { status: 401, error: 'INVALID_CREDENTIALS', error_description: 'Invalid request credentials' };

describe('errors of the system', () => {
  it('turn strangers away in one and the same way, whether what they ask for exists or not (R3, N1)', () =>
    inWorld({}, async ({ app, alice, bob }) => {
      const code = alice.webhookUrl.split('/').at(-2);
      for (const address of [
        '1/wrong/profile',
        '1/wrong/no.such.method',
        '1/wrong/im.chat.get',
        '999999/wrong/profile',
        `${bob.id}/${code}/profile`,
        `x/${code}/profile`,
      ]) {
        expect(seen(await post(`${app.url}/rest/${address}`, {}))).toEqual(WRONG_AUTH);
      }
      for (const address of ['profile', 'no.such.method', ''])
        expect(seen(await post(`${app.url}/rest/${address}`, {}))).toEqual(NO_AUTH);
    }));

  it('tell those who are let in that there is no such method, and only then which scope it lacks', () =>
    inWorld({}, async (world) => {
      const brief = await withScope(world, world.alice, ['user_brief']);
      expect(seen(await brief.call('no.such.method'))).toEqual({
        status: 404,
        error: 'ERROR_METHOD_NOT_FOUND',
        error_description: 'Method not found!',
      });
      expect(seen(await brief.call('im.message.add'))).toEqual({
        status: 401,
        error: 'insufficient_scope',
        error_description: 'The request requires higher privileges than provided by the webhook token',
      });
      expect((await brief.call('user.get')).status).toBe(200);
    }));

  it('do not know the methods that report on open channels (N30)', () =>
    inWorld({}, async ({ alice }) => {
      for (const method of ['imopenlines.v2.Stat.get', 'imopenlines.v2.Session.list', 'imopenlines.v2.Operator.list'])
        expect(seen(await alice.call(method))).toMatchObject({ status: 404, error: 'ERROR_METHOD_NOT_FOUND' });
    }));

  it('are none of REST 3, where every method is unknown, whoever asks (R43, N23)', () =>
    inWorld({}, async (world) => {
      const application = await world.application();
      const code = world.alice.webhookUrl.split('/').at(-2);
      const auth = await application.token();
      for (const [address, params] of [
        [`api/${world.alice.id}/${code}/profile`, {}],
        [`api/${world.alice.id}/wrong/profile`, {}],
        ['api/profile', { auth }],
        ['api/profile', { auth: 'nobody' }],
        ['api/profile', {}],
        ['//api/batch/', [{ method: 'profile' }]],
      ] as const) {
        const { status, body } = await post(`${world.app.url}/rest/${address}`, params);
        expect({ status, body }).toEqual({
          status: 404,
          body: { error: { code: 'BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION', message: 'Method not found' } },
        });
      }
    }));

  it('ask for HTTPS before anything else where it is required', () =>
    inWorld({ requireHttps: true }, async ({ app }) => {
      expect(seen(await post(`${app.url}/rest/1/wrong/profile`, {}))).toEqual({
        status: 401,
        error: 'INVALID_REQUEST',
        error_description: 'Https required',
      });
    }));

  it('turn dismissed people away, whose profile alone is answered and empty (N18)', () =>
    inWorld({}, async (world) => {
      await changeUser(world, world.bob.id, { isActive: false });
      expect(await world.bob.ok('profile')).toEqual([]);
      for (const method of ['user.current', 'no.such.method', 'batch', 'server.time'])
        expect(seen(await world.bob.call(method))).toEqual(WRONG_AUTH);
    }));

  it('have the block of times, too', () =>
    inWorld({}, async ({ app, alice }) => {
      for (const answer of [
        await alice.call('no.such.method'),
        await post(`${app.url}/rest/1/wrong/profile`, {}),
        await alice.call('im.user.get', { ID: 0 }),
      ]) {
        expect(Object.keys(answer.body)).toEqual(['error', 'error_description', 'time']);
        expect(Object.keys(answer.body.time)).toHaveLength(8);
      }
    }));
});

describe('the block of times', () => {
  /** A clock on which every look at the stopwatch takes a tenth of a second. */
  function busyClock(): ManualClock {
    const clock = manualClock(Date.UTC(2026, 4, 14, 10, 5, 20));
    let elapsed = 0;
    return {
      ...clock,
      monotonic() {
        elapsed += 100;
        return elapsed;
      },
    };
  }

  it('says when the call began and ended, and how long it took in all and in the method', () => {
    const clock = busyClock();
    return inWorld({ clock }, async ({ alice }) => {
      const { time } = (await alice.call('profile')).body;
      const start = Date.UTC(2026, 4, 14, 10, 5, 20) / 1000;
      expect(time).toEqual({
        start,
        finish: start + 0.2,
        duration: 0.2,
        processing: 0.1,
        date_start: '2026-05-14T10:05:20+00:00',
        date_finish: '2026-05-14T10:05:20+00:00',
        operating_reset_at: start + 600,
        operating: 0.1,
      });
    });
  });

  it('adds up what a webhook used of a method over ten baskets of a minute', () => {
    const busy = busyMethods(100);
    const { clock } = busy;
    return inWorld({ ...busy }, async ({ alice, bob }) => {
      const operating = async (who = alice, method = 'profile') => (await who.call(method)).body.time.operating;
      expect(await operating()).toBe(0.1);
      clock.advance(60_000);
      expect(await operating()).toBe(0.2);
      expect(await operating(alice, 'PROFILE')).toBeCloseTo(0.3);
      expect(await operating(bob)).toBe(0.1);
      expect(await operating(alice, 'server.time')).toBe(0.1);
      clock.advance(9 * 60_000);
      // The first basket has left, ten minutes after the first call in it.
      expect(await operating()).toBeCloseTo(0.3);
      clock.advance(60 * 60_000);
      expect(await operating()).toBe(0.1);
    });
  });

  it('counts the calls of a batch and not the batch itself', () =>
    inWorld({ ...busyMethods(100) }, async ({ alice }) => {
      const { body } = await alice.call('batch', { cmd: { one: 'profile', two: 'profile' } });
      expect(body.time.operating).toBe(0);
      expect(body.result.result_time.one.operating).toBe(0.1);
      expect(body.result.result_time.two.operating).toBe(0.2);
    }));
});
