import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemRandom } from '#kit/random.ts';
import { StoreUnavailable } from '#storage/session.ts';
import type { Store } from '#storage/store.ts';
import { createWorld, type World } from '../../../test/world.ts';
import { openFeed } from '../feed.ts';
import { PageFeed } from './page-feed.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** The store of the portal, that cannot be read the first `times` it is asked to. */
function faulty(times: number): Store {
  const { store } = world.app;
  return Object.assign(Object.create(store) as Store, {
    read: (work: Parameters<Store['read']>[0]) => {
      times -= 1;
      return times >= 0 ? Promise.reject(new StoreUnavailable('the connection was lost')) : store.read(work);
    },
  });
}

/** A page of Bob's that is told what happens, where the store fails so often. */
function openPage(times: number) {
  const lines: { kind: string; isContinued?: boolean; message?: { text: string } }[] = [];
  const errors: unknown[] = [];
  const { hub } = world.app;
  const source = { hub, store: faulty(times), clock: world.clock, onError: (error: unknown) => errors.push(error) };
  const feed = new PageFeed({ ...source, random: systemRandom });
  feed.open({ userId: world.bob.id, send: (line) => lines.push(JSON.parse(line)) }, undefined);
  const told = () =>
    lines
      .filter(({ kind }) => kind === 'here' || kind === 'message')
      .map(({ message, isContinued }) => message?.text ?? { isContinued });
  return { told, errors, feed };
}

const write = (MESSAGE: string) => world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE });

it('a page is told what happened, in its order, where the database was away for a moment', async () => {
  const { told, errors, feed } = openPage(2);
  await write('one');
  await write('two');
  await feed.idle();
  expect(told()).toEqual([{ isContinued: false }, 'one', 'two']);
  expect(errors).toEqual([]);
});

it('a page loads all anew where something is missing, and hears what comes after that', async () => {
  const { told, errors, feed } = openPage(5);
  await write('one');
  await write('two');
  await feed.idle();
  // What is told first of a message is something else than its text.
  expect(told()).toEqual([{ isContinued: false }, { isContinued: false }, 'one', 'two']);
  expect(errors).toEqual([new StoreUnavailable('the connection was lost')]);
});

it('the feed of `tail` misses nothing for such a moment either', async () => {
  const told: string[] = [];
  const source = {
    hub: world.app.hub,
    store: faulty(2),
    clock: world.clock,
    onError: (error: unknown) => expect.unreachable(String(error)),
  };
  const feed = openFeed(source, (item) => item.kind === 'message' && told.push(item.text));
  await write('one');
  await write('two');
  await feed.idle();
  feed.close();
  expect(told).toEqual(['one', 'two']);
});
