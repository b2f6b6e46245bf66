import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Happening } from '#live/happening.ts';
import { outbox } from '#storage/stores/outbox.ts';
import { addBacklog, tellOfBacklog } from '../../test/backlog.ts';
import { receiverOf } from '../../test/receiver-of.ts';
import { createWorld, type Handler, type World } from '../../test/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let world: World;
let handler: Handler;
let botId: number;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
});
afterEach(() => world.close());

const counts = () => world.app.store.readWith((session) => outbox(session).countByState());
const say = async (text: string) => {
  await world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: text });
  await world.settled();
};
/** Time enough for a sweep to begin, and then for it to end. */
const after = async (milliseconds: number) => {
  world.clock.advance(milliseconds);
  await world.settled();
};
const backlog = (count: number) => addBacklog(world, botId, count);

describe('the sweeper', () => {
  it('forgets delivered events and their tries after a day, dead letters after a week', async () => {
    await say('taken');
    handler.answer = () => ({ status: 404 });
    await say('refused');
    expect(await counts()).toEqual({ pending: 0, delivered: 2, dead: 1, dropped: 0 });
    await after(DAY - MINUTE);
    expect(await counts()).toMatchObject({ delivered: 2, dead: 1 });
    await after(3 * MINUTE);
    expect(await counts()).toMatchObject({ delivered: 0, dead: 1 });
    await after(6 * DAY);
    expect(await counts()).toEqual({ pending: 0, delivered: 0, dead: 0, dropped: 0 });
    const attempts = await world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('attempt').select('id')),
    );
    expect(attempts).toEqual([]);
  });

  it('keeps what waits, however old', async () => {
    handler.answer = () => ({ status: 500 });
    await say('waits');
    await after(DAY / 2);
    expect(await counts()).toMatchObject({ pending: 2 });
  });

  it('keeps no more than the newest hundred thousand delivered events', async () => {
    await backlog(100_010);
    await world.app.store.writeWith((session) =>
      session.exec(`update event set state = 1, finished_at = ${world.clock.now()} + id`),
    );
    await after(MINUTE);
    expect(await counts()).toMatchObject({ delivered: 100_001 });
  });

  it('makes dead letters of the newest when more than a hundred thousand wait for a bot, says so, and keeps the oldest', async () => {
    const notices: Happening[] = [];
    world.app.hub.subscribe((happening) => happening.kind === 'notice' && notices.push(happening));
    handler.answer = () => ({ status: 500 });
    await say('the oldest');
    await backlog(101_000);
    await tellOfBacklog(world, botId);
    await say('the newest');
    await after(MINUTE);
    expect(await counts()).toMatchObject({ pending: 100_000, dead: 1003 });
    expect(notices).toEqual([
      { kind: 'notice', notice: { kind: 'overflow', receiverId: await receiverOf(world, botId), count: 1003 } },
    ]);
    const notes = await world.app.store.readWith((session) =>
      session.query((db) =>
        db
          .selectFrom('attempt')
          .innerJoin('event', 'event.id', 'attempt.event_id')
          .select(['attempt.error', 'event.id'])
          .where('event.state', '=', 2)
          .orderBy('event.id', 'desc'),
      ),
    );
    expect(notes).toHaveLength(1003);
    expect(notes[0]?.error).toBe('overflow: more than 100000 events of this receiver were waiting');
    expect(notes.at(-1)?.id).toBe(100_001);
  });
});
