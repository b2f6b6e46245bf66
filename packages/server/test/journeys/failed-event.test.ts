import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT, createMending, HOUR, type Mending, SECOND } from '../scenes/mending.ts';

let portal: Mending;
beforeEach(async () => {
  portal = await createMending();
});
afterEach(() => portal.close());

describe('an event that failed', () => {
  it('shows what was sent, what was answered and why it failed', async () => {
    portal.failWith(500);
    await portal.write('hello');
    portal.clock.advance(SECOND * 2);
    await portal.settled();
    const [listed] = await portal.failed();
    expect(listed).toMatchObject({ name: 'ONIMBOTMESSAGEADD', state: 'pending', reason: 'answered 500', tries: 2 });
    const { event, tries, prepared } = await portal.control('event.show', { id: listed?.id ?? 0 });
    expect(event).toEqual(listed);
    expect(prepared).toBeNull();
    expect(tries).toHaveLength(2);
    expect(tries[1]).toMatchObject({ status: 500, answer: 'no: 500', reason: 'answered 500' });
    expect(tries[1]?.request).toMatchObject({ url: portal.listener.url });
    expect(tries[1]?.request?.body).toContain('auth%5Bapplication_token%5D=***');
    expect(tries[1]?.request?.headers).toContainEqual({ name: 'Webhook-Signature', value: '***' });
    expect(tries[1]?.ms.waited).toBeGreaterThanOrEqual(SECOND * 0.8);
  });

  it('can be had as it would go out now, with tokens that work', async () => {
    portal.failWith(400);
    await portal.write('hello');
    const { prepared } = await portal.control('event.show', { id: (await portal.newest()).id, isPrepared: true });
    const sent = await fetch(prepared?.url ?? '', {
      method: 'POST',
      headers: Object.fromEntries(prepared?.headers.map(({ name, value }) => [name, value]) ?? []),
      body: prepared?.body ?? '',
    });
    expect(sent.status).toBe(400);
    const [first, second] = portal.listener.received.map(({ body }) => body);
    expect(second.data.PARAMS).toEqual(first.data.PARAMS);
    expect(second.auth.application_token).toBe(first.auth.application_token);
  });

  it('is tried at once when it is told to, with all that waits behind it', async () => {
    portal.failWith(503);
    for (const text of ['one', 'two']) await portal.write(text);
    const [second, first] = (await portal.control('event.list', { limit: 2 })).events;
    expect(second?.reason).toBe(`it waits for event ${first?.id}, which goes before it`);
    portal.mend();
    await portal.settled();
    expect(portal.arrived()).toEqual([]);
    await portal.control('bot.retry', BOT);
    await portal.settled();
    expect(portal.arrived()).toEqual(['one', 'two']);
  });

  it('goes out again under its old id after it was given up', async () => {
    portal.failWith(404);
    await portal.write('hello');
    const id = portal.listener.received[0]?.headers['webhook-id'];
    portal.mend();
    const { event } = await portal.control('event.retry', { id: (await portal.newest()).id });
    expect(event.state).toBe('pending');
    await portal.settled();
    expect(portal.listener.received.map(({ headers }) => headers['webhook-id'])).toEqual([id]);
    expect((await portal.newest()).state).toBe('delivered');
    await expect(portal.control('event.retry', { id: event.id })).rejects.toThrow(
      /has arrived. To send it anew: .*resend/,
    );
  });

  it('is skipped, and its dialog goes on', async () => {
    portal.failWith(500);
    for (const text of ['poison', 'next']) await portal.write(text);
    const id = (await portal.failed()).at(-1)?.id ?? 0;
    portal.listener.answer = ({ body }) => ({ status: body.data.PARAMS.MESSAGE === 'poison' ? 500 : 200 });
    portal.listener.received.length = 0;
    const { event } = await portal.control('event.skip', { id });
    expect(event).toMatchObject({ state: 'dropped', reason: 'skipped by hand' });
    await portal.control('bot.retry', BOT);
    await portal.settled();
    expect(portal.arrived()).toEqual(['next']);
    await expect(portal.control('event.skip', { id })).rejects.toThrow(/does not wait/);
  });

  it('is skipped while it is on the wire, and not tried again after that', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((begun) => {
      portal.listener.answer = () =>
        new Promise((resolve) => {
          answer = () => resolve({ status: 500 });
          begun();
        });
    });
    await portal.bob.ok('im.message.add', { DIALOG_ID: portal.botId, MESSAGE: 'poison' });
    await asked;
    await portal.control('event.skip', { id: (await portal.newest()).id });
    portal.mend();
    answer();
    await portal.settled();
    portal.clock.advance(HOUR);
    await portal.settled();
    expect(portal.arrived()).toEqual([]);
    expect((await portal.newest()).state).toBe('dropped');
  });
});
