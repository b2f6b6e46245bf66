import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT, createMending, type Mending } from '../scenes/mending.ts';

let portal: Mending;
beforeEach(async () => {
  portal = await createMending();
});
afterEach(() => portal.close());

describe('a dead letter that is sent anew', () => {
  it('arrives edited, under a new id that names the old one', async () => {
    portal.failWith(400);
    await portal.write('hello');
    const old = await portal.newest();
    portal.mend();
    const set = { 'data[PARAMS][MESSAGE]': 'hello & goodbye' };
    const { event } = await portal.control('event.resend', { id: old.id, set });
    await portal.settled();
    expect(portal.arrived()).toEqual(['hello & goodbye']);
    const headers = portal.listener.received[0]?.headers;
    expect(headers?.['webhook-id']).toBe(`evt_${event.id}`);
    expect(headers?.['x-botyard-resent-from']).toBe(`evt_${old.id}`);
    expect(await portal.newest()).toMatchObject({
      id: event.id,
      resentFrom: old.id,
      isEdited: true,
      state: 'delivered',
    });
    expect((await portal.control('event.show', { id: old.id })).resentAs).toEqual([event.id]);
  });

  it('can be edited as a whole form, whose secrets are made anew', async () => {
    portal.failWith(400);
    await portal.write('hello');
    const { id } = await portal.newest();
    const kept = (await portal.control('event.show', { id })).tries[0]?.request?.body ?? '';
    portal.mend();
    const body = kept.replace('MESSAGE%5D=hello', 'MESSAGE%5D=edited').replace(/&data%5BPARAMS%5D%5BPUSH%5D=Y/, '');
    await portal.control('event.resend', { id, body });
    await portal.settled();
    const sent = portal.listener.received[0]?.body;
    expect(sent.data.PARAMS).toMatchObject({ MESSAGE: 'edited' });
    expect(sent.data.PARAMS).not.toHaveProperty('PUSH');
    expect(sent.auth.application_token).toMatch(/^\w{32}$/);
  });

  it('cannot be given secrets', async () => {
    await expect(
      portal.control('event.resend', { id: (await portal.newest()).id, set: { 'auth[access_token]': 'mine' } }),
    ).rejects.toThrow(/is secret and made anew/);
  });
});

it('dead letters of a bot go out again in their order, before what came after them', async () => {
  portal.failWith(404);
  for (const text of ['one', 'two', 'three']) await portal.write(text);
  // Her first word comes with the news that there is a chat.
  await portal.write('from Alice', portal.alice);
  await portal.control('bot.pause', BOT);
  portal.mend();
  await portal.write('four');
  expect(await portal.control('bot.replay', BOT)).toMatchObject({ replayed: 5, waiting: 6 });
  await portal.control('bot.resume', BOT);
  await portal.settled();
  expect(portal.arrived().filter((text) => text !== 'from Alice')).toEqual(['one', 'two', 'three', 'four']);
  expect(portal.arrived()).toHaveLength(5);
  expect(await portal.failed()).toEqual([]);
});
