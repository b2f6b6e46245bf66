import { describe, expect, it } from 'vitest';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import { EventBuffer } from './event-buffer.ts';
import { LANE_LIMIT } from './lanes.ts';

const event = (id: number, lane = 7): PendingEvent => ({
  id,
  receiverId: 21,
  lane,
  event: { type: 'botDeleted', userId: 1, code: 'echo' },
  subscriptionId: null,
  attempts: 0,
  firstFailedAt: null,
  nextTryAt: 0,
});

/** An outbox that says how often it was read. */
function outboxOf(...events: PendingEvent[]) {
  let reads = 0;
  const pick = (isMeant: (one: PendingEvent) => boolean, limit: number) => {
    reads += 1;
    return Promise.resolve(events.filter(isMeant).slice(0, limit));
  };
  return {
    events,
    get reads() {
      return reads;
    },
    pending: (_: number, after: number, limit: number) => pick(({ id }) => id > after, limit),
    pendingInLane: (_: number, lane: number, after: number, upTo: number, limit: number) =>
      pick((one) => one.lane === lane && one.id > after && one.id <= upTo, limit),
  };
}

const goOn = () => Promise.resolve(true);

/** Sends everything, one after the other. */
async function drain(buffer: EventBuffer): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const next = buffer.lanes.take(0);
    if (next) {
      ids.push(next.id);
      buffer.lanes.done(next);
    } else if (buffer.isWanting) await buffer.fill(goOn);
    else return ids;
  }
}

describe('the buffer of a receiver', () => {
  it('takes what has just been committed without reading it', async () => {
    const outbox = outboxOf();
    const buffer = new EventBuffer(21, outbox);
    await buffer.fill(goOn);
    const before = outbox.reads;
    expect(buffer.take(event(1))).toBe(true);
    expect(buffer.take(event(2))).toBe(false);
    expect(buffer.take(event(3, 8))).toBe(true);
    expect(buffer.isWanting).toBe(false);
    expect(await drain(buffer)).toEqual([1, 3, 2]);
    expect(outbox.reads).toBe(before);
  });

  it('reads what was there before it, first', async () => {
    const outbox = outboxOf(event(1), event(2));
    const buffer = new EventBuffer(21, outbox);
    outbox.events.push(event(3));
    expect(buffer.take(event(3))).toBe(true);
    expect(buffer.lanes.size).toBe(0);
    expect(await drain(buffer)).toEqual([1, 2, 3]);
  });

  it('has an event once that was read before it was told of it', async () => {
    const outbox = outboxOf(event(1), event(2));
    const buffer = new EventBuffer(21, outbox);
    await buffer.fill(goOn);
    expect(buffer.take(event(2))).toBe(false);
    expect(await drain(buffer)).toEqual([1, 2]);
  });

  it('has an event once that is committed while the outbox is read', async () => {
    const outbox = outboxOf(event(1));
    const buffer = new EventBuffer(21, outbox);
    const filling = buffer.fill(goOn);
    outbox.events.push(event(2));
    buffer.take(event(2));
    await filling;
    expect(await drain(buffer)).toEqual([1, 2]);
  });

  it('takes an event with a smaller id that is committed later, as PostgreSQL can do', async () => {
    const outbox = outboxOf();
    const buffer = new EventBuffer(21, outbox);
    await buffer.fill(goOn);
    buffer.take(event(5, 8));
    outbox.events.push(event(4), event(5, 8));
    expect(buffer.take(event(4))).toBe(true);
    expect(await drain(buffer)).toEqual([5, 4]);
  });

  it('takes one that is committed while larger ids are read', async () => {
    const outbox = outboxOf(event(5, 8));
    const buffer = new EventBuffer(21, outbox);
    const filling = buffer.fill(goOn);
    buffer.take(event(4));
    await filling;
    expect(await drain(buffer)).toEqual([5, 4]);
  });

  it('keeps the order of a lane whose events come late while it is full', async () => {
    const outbox = outboxOf();
    const buffer = new EventBuffer(21, outbox);
    await buffer.fill(goOn);
    buffer.take(event(1_000, 8));
    const late = Array.from({ length: LANE_LIMIT + 10 }, (_, i) => event(i + 1));
    for (const one of late) {
      outbox.events.push(one);
      buffer.take(one);
    }
    expect((await drain(buffer)).filter((id) => id !== 1_000)).toEqual(late.map(({ id }) => id));
  });

  it('leaves in the outbox what is too much of one lane, and reads it when its turn comes', async () => {
    const outbox = outboxOf();
    const buffer = new EventBuffer(21, outbox);
    await buffer.fill(goOn);
    const all = Array.from({ length: LANE_LIMIT + 10 }, (_, i) => event(i + 1));
    for (const one of all) {
      outbox.events.push(one);
      buffer.take(one);
    }
    expect(buffer.lanes.size).toBe(LANE_LIMIT);
    expect(await drain(buffer)).toEqual(all.map(({ id }) => id));
  });

  it('does not hold more than a few hundred events, however many lanes there are', async () => {
    const outbox = outboxOf();
    const buffer = new EventBuffer(21, outbox);
    await buffer.fill(goOn);
    const all = Array.from({ length: 2_000 }, (_, i) => event(i + 1, i));
    for (const one of all) {
      outbox.events.push(one);
      buffer.take(one);
    }
    expect(buffer.lanes.size).toBe(512);
    expect(await drain(buffer)).toEqual(all.map(({ id }) => id));
  });
});
