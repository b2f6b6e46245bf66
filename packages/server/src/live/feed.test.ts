import { expect, it } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { inWorld } from '../../test/world.ts';
import { openFeed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';

it('an event for an application that is not installed yet says why it is not sent', () =>
  inWorld({}, async (world) => {
    const application = await world.application({ isApiOnly: false });
    const bot = await world.bot({ application });
    const told: FeedItem[] = [];
    const onError = (error: unknown) => {
      throw error;
    };
    const { hub, store } = world.app;
    const feed = openFeed({ hub, store, clock: systemClock, onError }, (item) => told.push(item));
    await world.bob.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' });
    await world.settled();
    await feed.idle();
    feed.close();
    const deliveries = told.filter((item) => item.kind === 'delivery');
    expect(deliveries.map(({ result, error }) => [result, error])).toEqual(
      deliveries.map(() => ['dropped', 'its application is not installed yet, and is told nothing before']),
    );
    expect(deliveries.map(({ name }) => name)).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
  }));
