import { describe, expect, it } from 'vitest';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import { LANE_LIMIT, Lanes } from './lanes.ts';

const event = (id: number, lane: number, nextTryAt = 0): PendingEvent => ({
  id,
  receiverId: 21,
  lane,
  event: { type: 'botDeleted', userId: 1, code: 'echo' },
  subscriptionId: null,
  attempts: 0,
  firstFailedAt: null,
  nextTryAt,
});

const filled = (...events: readonly PendingEvent[]) => {
  const lanes = new Lanes();
  for (const one of events) lanes.push(one);
  return lanes;
};

/** Sends everything that may go, one after the other. */
const drain = (lanes: Lanes, now = 0) => {
  const ids: number[] = [];
  for (let next = lanes.take(now); next; next = lanes.take(now)) {
    ids.push(next.id);
    lanes.done(next);
  }
  return ids;
};

describe('the lanes of a bot', () => {
  it('let only the oldest event of a lane go, and lanes beside each other', () => {
    const lanes = filled(event(1, 7), event(2, 7), event(3, 8));
    expect([lanes.take(0)?.id, lanes.take(0)?.id, lanes.take(0)?.id]).toEqual([1, 3, undefined]);
  });

  it('take turns: a lane with much to say does not keep the others waiting', () => {
    expect(drain(filled(event(1, 7), event(2, 7), event(3, 7), event(4, 8), event(5, 8)))).toEqual([1, 4, 2, 5, 3]);
  });

  it('hold a lane back until the next try of its head', () => {
    const lanes = filled(event(1, 7), event(2, 7));
    const head = lanes.take(0);
    expect(head).toBeDefined();
    if (head) lanes.postpone(head, 100, 1100);
    expect(lanes.take(1099)).toBeUndefined();
    expect(lanes.nextDue()).toBe(1100);
    expect(lanes.take(1100)).toMatchObject({ id: 1, attempts: 1, firstFailedAt: 100, nextTryAt: 1100 });
  });

  it('remember when the first try failed, not the last', () => {
    const lanes = filled(event(1, 7));
    for (const now of [100, 5000]) {
      const head = lanes.take(now);
      if (head) lanes.postpone(head, now, now);
    }
    expect(lanes.take(5000)).toMatchObject({ attempts: 2, firstFailedAt: 100 });
  });

  it('count an event that was given back as not tried', () => {
    const lanes = filled(event(1, 7));
    const head = lanes.take(0);
    if (head) lanes.giveBack(head, 1000);
    expect(lanes.take(999)).toBeUndefined();
    expect(lanes.take(1000)).toMatchObject({ id: 1, attempts: 0, firstFailedAt: null });
  });

  it('buffer so many of one lane and leave the others of it in the outbox, in order', () => {
    const backlog = Array.from({ length: LANE_LIMIT + 10 }, (_, i) => event(i + 1, 7));
    const lanes = filled(...backlog, event(1000, 8));
    expect(lanes.size).toBe(LANE_LIMIT + 1);
    expect(lanes.hasMore).toBe(true);
    expect(drain(lanes).filter((id) => id < 1000)).toEqual(backlog.slice(0, LANE_LIMIT).map(({ id }) => id));
    expect(lanes.dry()).toEqual([{ lane: 7, after: LANE_LIMIT }]);
    lanes.refill(7, backlog.slice(LANE_LIMIT), false);
    expect(drain(lanes)).toEqual(backlog.slice(LANE_LIMIT).map(({ id }) => id));
    expect(lanes.hasMore).toBe(false);
    expect(lanes.dry()).toEqual([]);
  });

  it('leave later events of a lane alone until the earlier ones that were left behind are buffered', () => {
    const lanes = filled(...Array.from({ length: LANE_LIMIT + 1 }, (_, i) => event(i + 1, 7)));
    drain(lanes);
    lanes.push(event(500, 7));
    expect(lanes.size).toBe(0);
    lanes.refill(7, [event(LANE_LIMIT + 1, 7), event(500, 7)], false);
    expect(drain(lanes)).toEqual([LANE_LIMIT + 1, 500]);
  });

  it('forget everything but what is on the wire', () => {
    const lanes = filled(event(1, 7), event(2, 7), event(3, 8));
    const onTheWire = lanes.take(0);
    lanes.forget();
    expect(lanes.size).toBe(1);
    // The outbox is read from the start again: what is on the wire is met once more and not taken twice.
    for (const again of [event(1, 7), event(2, 7), event(3, 8)]) lanes.push(again);
    expect(lanes.take(0)?.id).toBe(3);
    expect(lanes.take(0)).toBeUndefined();
    if (onTheWire) lanes.done(onTheWire);
    expect(lanes.dry()).toEqual([{ lane: 7, after: 1 }]);
  });
});
