import { expect, it } from 'vitest';
import { because } from '#domain/event-cause.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { type Outbox, outbox } from './outbox.ts';

const BOT = 22;

onEachDatabase('the outbox', ({ store, write }) => {
  const inOutbox = <T>(work: (box: Outbox) => Promise<T>) => store().writeWith((session) => work(outbox(session)));
  const record = (lane: number, receiverId = BOT) =>
    write((work) =>
      work.events.insertEvent(receiverId, lane, { type: 'botDeleted', userId: 1, code: 'echo' }, work.now),
    );
  const pendingIds = async () => (await inOutbox((box) => box.listPending(BOT, 0, 100))).map(({ id }) => id);

  it('lends a bot to one process at a time', async () => {
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'a', 1000, 2000))).toEqual({
      epoch: 1,
      failures: 0,
      notBefore: 0,
      retries: true,
      isPaused: false,
    });
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'b', 1500, 2500))).toBeUndefined();
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'a', 1500, 2500))).toMatchObject({ epoch: 2 });
  });

  it('lends it to another one when the lease ran out, was given back, or belonged to a process that was killed', async () => {
    await inOutbox((box) => box.lockReceiver(BOT, 'a', 1000, 2000));
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'b', 2001, 3000))).toMatchObject({ epoch: 2 });
    await inOutbox((box) => box.updateReleased('b'));
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'c', 2002, 3000))).toMatchObject({ epoch: 3 });
    await inOutbox((box) => box.updateAllReleased());
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'd', 2003, 3000))).toMatchObject({ epoch: 4 });
  });

  it('prolongs all leases of a process and of nobody else', async () => {
    await inOutbox((box) => box.lockReceiver(BOT, 'a', 1000, 2000));
    await inOutbox((box) => box.lockReceiver(BOT + 1, 'b', 1000, 2000));
    await inOutbox((box) => box.updateLeases('a', 5000));
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'c', 3000, 4000))).toBeUndefined();
    expect(await inOutbox((box) => box.lockReceiver(BOT + 1, 'c', 3000, 4000))).toBeDefined();
  });

  it('remembers how a bot fared beyond the process', async () => {
    await inOutbox((box) => box.lockReceiver(BOT, 'a', 1000, 2000));
    await inOutbox((box) => box.updateHealth(BOT, 3, 9000));
    expect(await inOutbox((box) => box.lockReceiver(BOT, 'b', 2001, 3000))).toMatchObject({
      failures: 3,
      notBefore: 9000,
    });
  });

  it('hands out what waits, oldest first and page by page', async () => {
    const ids = [await record(1), await record(2), await record(1)];
    await record(1, BOT + 1);
    expect(await pendingIds()).toEqual(ids);
    expect((await inOutbox((box) => box.listPending(BOT, ids[0] ?? 0, 1))).map(({ id }) => id)).toEqual([ids[1]]);
    expect((await inOutbox((box) => box.listReceiversWithPending())).sort()).toEqual([BOT, BOT + 1]);
  });

  it('keeps what became of an event', async () => {
    const [delivered = 0, dead = 0] = [await record(1), await record(1), await record(1)];
    await inOutbox(async (box) => {
      await box.updateDelivered(delivered, 200, 12, 5);
      await box.updateFinished(dead, 'dead', 5);
      // A late word of a process that had lost its lease changes nothing.
      await box.updateFinished(delivered, 'dead', 6);
    });
    expect(await inOutbox((box) => box.countByState())).toEqual({ pending: 1, delivered: 1, dead: 1, dropped: 0 });
  });

  it('counts the tries of an event and remembers the first failure', async () => {
    const id = await record(1);
    await inOutbox((box) => box.updateNextTry(id, 100, 200));
    await inOutbox((box) => box.updateNextTry(id, 300, 400));
    const [event] = await inOutbox((box) => box.listPending(BOT, 0, 1));
    expect(event).toMatchObject({ id, attempts: 2, firstFailedAt: 100, nextTryAt: 400 });
  });

  it('buries what is beyond the number that may wait', async () => {
    const ids = [await record(1), await record(1), await record(1)];
    expect(await inOutbox((box) => box.findFirstBeyond(BOT, 3))).toBeUndefined();
    expect(await inOutbox((box) => box.findFirstBeyond(BOT, 1))).toBe(ids[1]);
    expect(await inOutbox((box) => box.updateDeadFrom(BOT, ids[1] ?? 0, 10, because('overflow', 'too many'), 5))).toBe(
      2,
    );
    expect(await pendingIds()).toEqual(ids.slice(0, 1));
  });

  it('keeps each try in vain, and what was sent where it is given', async () => {
    const eventId = await record(1);
    const cause = { kind: 'refused', values: { host: 'a' } } as const;
    const tried = { eventId, durationMs: 12.6, status: null, error: 'refused', cause, answer: null };
    const sent = { url: 'http://a/', headers: [['A', 'b']] as const, body: 'a=1', connectMs: 2, firstByteMs: null };
    await inOutbox(async (box) => {
      await box.insertAttempt({ ...tried, at: 5, sent: null });
      await box.insertAttempt({ ...tried, at: 6, sent });
    });
    const rows = await store().readWith((session) => session.query((db) => db.selectFrom('attempt').selectAll()));
    const row = {
      event_id: eventId,
      duration_ms: 13,
      status: null,
      error: 'refused',
      answer: null,
      cause: JSON.stringify(cause),
    };
    const nothing = { url: null, headers: null, request: null, connect_ms: null, first_byte_ms: null };
    const kept = { url: 'http://a/', headers: '[["A","b"]]', request: 'a=1', connect_ms: 2, first_byte_ms: null };
    expect(rows.map(({ id: _, ...one }) => one)).toEqual([
      { ...row, at: 5, ...nothing },
      { ...row, at: 6, ...kept },
    ]);
  });
});
