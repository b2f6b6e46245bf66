import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Limits, TARIFFS } from '#api/kernel/limits/limits.ts';
import { seen } from '../calling.ts';
import { withScope } from '../scenes/people.ts';
import { browserOf } from '../scenes/sign-in.ts';
import { type Answer, inWorld, post } from '../world.ts';
import { statuses, times } from './statuses.ts';

/*
 * What programs may use of a portal that has limits: https://apidocs.bitrix24.com/limits.html
 */

const TOO_MANY = { status: 503, error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' };

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
