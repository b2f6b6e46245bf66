import { expect, it } from 'vitest';
import type { Change } from '#domain/event.ts';
import type { Happening } from '#live/happening.ts';
import { Hub } from '#live/hub.ts';
import { Watchers } from './watchers.ts';

const written: Change = { type: 'messageAdded', portalId: 1, chatId: 7, messageId: 1 };
const typing = (userId: number): Change => ({ type: 'typing', portalId: 1, chatId: 7, userId });

function scene() {
  const hub = new Hub<Happening>();
  return { watchers: new Watchers(hub), happens: (change: Change) => hub.publish({ kind: 'change', change }) };
}

it('wakes those who wait in the chat, and keeps what happens before they ask', async () => {
  const { watchers, happens } = scene();
  const [here, there] = [watchers.watch(7, 5), watchers.watch(8, 5)];
  const next = here.next();
  happens(written);
  expect(await next).toBe('changed');
  happens(written);
  happens(typing(9));
  expect(await here.next()).toBe('changed');
  there.end();
  expect(await there.next()).toBe('over');
});

it('tells that somebody types, but nobody of themselves', async () => {
  const { watchers, happens } = scene();
  const watcher = watchers.watch(7, 5);
  happens(typing(5));
  const next = watcher.next();
  happens(typing(9));
  expect(await next).toBe('typing');
});

it('lets go of the oldest of a chat beyond five, and of all of them in the end', async () => {
  const { watchers } = scene();
  const all = Array.from({ length: 6 }, () => watchers.watch(7, 5));
  expect(await all[0]?.next()).toBe('over');
  const rest = all.slice(1).map((one) => one.next());
  watchers.close();
  expect(await Promise.all(rest)).toEqual(Array(5).fill('over'));
  expect(await watchers.watch(7, 5).next()).toBe('over');
});
