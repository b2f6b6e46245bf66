import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Limits, TARIFFS } from '#api/kernel/limits/limits.ts';
import { toConfig } from '../src/config.ts';
import { busyMethods } from './busy-methods.ts';
import { seen } from './calling.ts';
import { withScope } from './scenes/people.ts';
import { browserOf } from './scenes/sign-in.ts';
import { type Answer, createWorld, inWorld, post } from './world.ts';

/*
 * What programs may use of a portal that has limits: https://apidocs.bitrix24.com/limits.html
 */

const TOO_MANY = { status: 503, error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' };
const TOO_LONG = {
  status: 429,
  error: 'OPERATION_TIME_LIMIT',
  error_description: 'Method is blocked due to operation time limit',
};

/** The statuses of that many calls, one after the other. */
async function statuses(count: number, call: () => Promise<Answer>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) found.push((await call()).status);
  return found;
}

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

/** As if it had come from that address, through a proxy on this machine. */
async function postFrom(address: string, url: string): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'x-forwarded-for': address } });
  return { status: response.status, body: await response.json() };
}

/** From an address of this machine, in the name of another. */
function statusThrough(url: string, localAddress: string, caller: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-forwarded-for': caller };
    request(url, { method: 'POST', localAddress, headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the limit on requests', () => {
  it.each([
    ['standard', 50, 500],
    ['enterprise', 250, 200],
  ] as const)('of the tariff %s lets %i pass, and then one every %i ms', (tariff, most, every) =>
    inWorld({ limits: TARIFFS[tariff] }, async ({ clock, alice }) => {
      expect(await statuses(most, () => alice.call('profile'))).toEqual(times(most, 200));
      expect(seen(await alice.call('profile'))).toEqual(TOO_MANY);
      clock.advance(every - 1);
      expect(seen(await alice.call('profile'))).toEqual(TOO_MANY);
      clock.advance(1);
      expect(await statuses(2, () => alice.call('profile'))).toEqual([200, 503]);
    }),
  );

  it('counts a batch as the one request that it is', () =>
    inWorld({ limits: small(2) }, async ({ alice }) => {
      const cmd = Array.from({ length: 50 }, () => 'profile');
      const { status, body } = await alice.call('batch', { cmd });
      expect({ status, answered: body.result.result.length }).toEqual({ status: 200, answered: 50 });
      expect(await statuses(2, () => alice.call('profile'))).toEqual([200, 503]);
    }));

  it('is shared by all who call from one address, and by nobody else', () =>
    inWorld({ limits: small(2), trustedProxies: ['127.0.0.1/32'] }, async ({ alice, bob }) => {
      const from = (address: string, who = alice) => postFrom(address, `${who.webhookUrl}profile`);
      expect(await statuses(2, () => from('203.0.113.7'))).toEqual([200, 200]);
      expect(seen(await from('203.0.113.7', bob))).toEqual(TOO_MANY);
      expect(seen(await from('198.51.100.1, 203.0.113.7', bob))).toEqual(TOO_MANY);
      expect((await from('2001:db8::7')).status).toBe(200);
    }));

  it('believes a proxy only where its network was named, on this machine too', () =>
    inWorld({ limits: small(1), trustedProxies: ['127.1.0.0/16'] }, async ({ alice }) => {
      const url = `${alice.webhookUrl}profile`;
      const through = (proxy: string, caller: string) => statusThrough(url, proxy, caller);
      expect([await through('127.1.0.5', '203.0.113.1'), await through('127.1.0.5', '203.0.113.2')]).toEqual([
        200, 200,
      ]);
      expect([await through('127.2.0.5', '203.0.113.3'), await through('127.2.0.5', '203.0.113.4')]).toEqual([
        200, 503,
      ]);
    }));

  it('counts what is refused for other reasons, but not strangers', () =>
    inWorld({ limits: small(3) }, async (world) => {
      const guest = await withScope(world, world.alice, ['user_brief']);
      expect(await statuses(5, () => post(`${world.app.url}/rest/1/wrong/profile`, {}))).toEqual(times(5, 401));
      expect((await guest.call('no.such.method')).status).toBe(404);
      expect((await guest.call('im.message.add')).status).toBe(401);
      expect((await world.alice.call('im.user.get', { ID: 0 })).status).toBe(400);
      for (const method of ['no.such.method', 'im.message.add', 'profile'])
        expect(seen(await guest.call(method))).toEqual(TOO_MANY);
    }));

  it('is none for people at our own pages', () =>
    inWorld({ limits: small(1) }, async (world) => {
      const browser = await browserOf(world, world.bob.id);
      expect(await statuses(3, () => browser.call('profile'))).toEqual(times(3, 200));
    }));

  it('changes nothing and says so in the usual envelope', () =>
    inWorld({ limits: small(1) }, async ({ clock, alice, groupChatId }) => {
      await alice.call('profile');
      const DIALOG_ID = `chat${groupChatId}`;
      const { body } = await alice.call('im.message.add', { DIALOG_ID, MESSAGE: 'one too many' });
      expect(Object.keys(body)).toEqual(['error', 'error_description', 'time']);
      clock.advance(1000);
      const { messages } = await alice.ok('im.dialog.messages.get', { DIALOG_ID });
      expect(messages.map(({ text }: { text: string }) => text)).not.toContain('one too many');
    }));

  function small(requests: number): Limits {
    return { rate: { requests, drainedPerSecond: 1 } };
  }
});

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

describe('the setting', () => {
  const limits = (options: object) => toConfig({ examples: false, ...options }).limits;

  it('is off unless it is asked for, open to the world or not', () => {
    for (const options of [{}, { production: true }, { limits: 'off' }]) expect(limits(options)).toBeUndefined();
    expect(limits({ limits: 'standard' })).toEqual(TARIFFS.standard);
  });

  it('of time has the usual value of the cloud with a tariff, that of a portal of one’s own without, and any other', () => {
    expect(limits({ operatingLimit: true })).toEqual({ operatingSeconds: 420 });
    expect(limits({ operatingLimit: true, limits: 'enterprise' })).toEqual(TARIFFS.enterprise);
    expect(limits({ operatingLimit: 60, limits: 'standard' })).toEqual({ ...TARIFFS.standard, operatingSeconds: 60 });
  });

  it('is nothing to the calls where it is off', () =>
    inWorld({}, async ({ alice }) => {
      expect(await statuses(300, () => alice.call('profile'))).toEqual(times(300, 200));
    }));
});

describe('the bots of an application', () => {
  it('are as many as the start says', async () => {
    const { settings } = toConfig({ examples: false, botLimit: 2 });
    const world = await createWorld({ settings });
    for (const code of ['one', 'two', 'two']) await world.bot({ code });
    await expect(world.bot({ code: 'three' })).rejects.toThrow('maximum number of bots for application (max: 2)');
    await world.close();
  });
});
