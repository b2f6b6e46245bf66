import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Happening } from '#live/happening.ts';
import { addBacklog, tellOfBacklog } from '../../test/backlog.ts';
import { type ControlledWorld, createControlledWorld } from '../../test/controlled.ts';
import { countedDatabase } from '../../test/counted-database.ts';
import { LoopTurns } from '../../test/loop-turns.ts';
import { receiverOf } from '../../test/receiver-of.ts';
import type { Handler } from '../../test/world.ts';

/* What it costs that much waits for a bot is counted in statements and rows, not in time. */

const MINUTE = 60_000;
const LIMIT = 100_000;
const BOT = { bot: 'test-bot' };

const database = countedDatabase();
let world: ControlledWorld;
let handler: Handler;
let botId: number;
beforeEach(async () => {
  world = await createControlledWorld({ database: database.open });
  handler = await world.handler();
  botId = await world.bot({ handler });
  await say('first');
  await world.control('bot.pause', BOT);
  handler.received.length = 0;
});
afterEach(() => world.close());

async function say(MESSAGE: string): Promise<void> {
  await world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
  await world.settled();
}

/** Statements and rows that it takes. */
async function workOf(act: () => Promise<unknown>): Promise<{ statements: number; rows: number }> {
  const before = { ...database.work };
  await act();
  await world.settled();
  return { statements: database.work.statements - before.statements, rows: database.work.rows - before.rows };
}

describe('while a bot is paused', () => {
  it('no more than a hundred thousand events wait for it: the newest are given up, and that is told', async () => {
    const notices: Happening[] = [];
    world.app.hub.subscribe((happening) => happening.kind === 'notice' && notices.push(happening));
    await say('the oldest');
    await addBacklog(world, botId, LIMIT + 500);
    await tellOfBacklog(world, botId);
    await say('the newest');
    world.clock.advance(MINUTE);
    await world.settled();
    expect(handler.received).toEqual([]);
    const notice = { kind: 'overflow', receiverId: await receiverOf(world, botId), count: 502 };
    expect(notices).toEqual([{ kind: 'notice', notice }]);
    const { bots } = await world.control('status', {});
    expect(bots.find(({ id }) => id === botId)).toMatchObject({ waiting: LIMIT, dead: 502 });
    const [newest] = (await world.control('event.list', { bot: 'test-bot' })).events;
    expect(newest).toMatchObject({ state: 'dead', reason: expect.stringMatching(/^overflow: more than 100000/) });
    await say('one more');
    await world.control('bot.resume', BOT);
    await world.settled();
    expect(handler.events('ONIMBOTMESSAGEADD')[0]?.data.PARAMS.MESSAGE).toBe('the oldest');
  });

  it('neither a message to it nor a look at how it is costs more because much waits', async () => {
    const costs = async () => ({
      message: await workOf(() => say('hello')),
      status: await workOf(() => world.control('status', {})),
    });
    await costs();
    const few = await costs();
    await addBacklog(world, botId, LIMIT - 100);
    await tellOfBacklog(world, botId);
    await world.settled();
    const many = await costs();
    expect(many.status).toEqual(few.status);
    // Once more it is asked for what follows in the dialog.
    expect(many.message.statements).toBeLessThanOrEqual(few.message.statements + 1);
    expect(many.message.rows).toBeLessThanOrEqual(few.message.rows + 1);
    expect(handler.received).toEqual([]);
  });

  it('others have their turn while all that waits is looked through', async () => {
    await addBacklog(world, botId, LIMIT);
    const turns = new LoopTurns();
    try {
      const before = turns.count;
      const { events } = await world.control('event.list', { bot: 'test-bot', isFailed: true });
      expect(events).toEqual([]);
      expect(turns.count - before).toBeGreaterThan(LIMIT / 5_000);
    } finally {
      turns.stop();
    }
  });
});
