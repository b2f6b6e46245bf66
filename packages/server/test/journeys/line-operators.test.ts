import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnsweringName, Body } from '#control/registry.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { lineProgram, membersOf, newLine, visited } from '../scenes/lines.ts';
import { browserOf } from '../scenes/sign-in.ts';

/** As the clock of a world stands: a Monday, nine in the morning in London. */
const LONDON = { from: 9 * 60, to: 18 * 60, timeZone: 'Europe/London', daysOff: [], holidays: [], text: 'We sleep' };
const HOUR = 60 * 60_000;

let world: ControlledWorld;
beforeEach(async () => {
  world = await createControlledWorld();
});
afterEach(() => world.close());

/** A line of Alice, Bob and Carol, one of whom is asked at a time, and a visitor who has written. */
async function scene(more = {}) {
  const queue = [world.alice, world.bob, world.carol].map(({ id }) => ({ kind: 'person' as const, id }));
  const line = await newLine(world, { queue, distribution: 'strictly', ...more });
  return { line, ...(await visited(world, line)) };
}

/** It is looked every five seconds who has waited for too long. */
async function pass(milliseconds: number): Promise<void> {
  for (const some of [milliseconds - 5_000, 5_000]) {
    world.clock.advance(some);
    await world.settled();
  }
}

/** Who of the three is in the chat. */
async function asked(chatId: number): Promise<string[]> {
  const members = await membersOf(world, chatId);
  return (['alice', 'bob', 'carol'] as const).filter((name) => members.includes(world[name].id));
}

const refusal = <Name extends AnsweringName>(name: Name, body: Body<Name>) =>
  world.control(name, body).then(
    () => undefined,
    (error: Error) => error.message,
  );

describe('who is asked to take a visitor', () => {
  it('has so long for it, then the next one is asked, and all once each was', async () => {
    const { chatId } = await scene();
    expect(await asked(chatId)).toEqual(['alice']);
    await pass(55_000);
    expect(await asked(chatId)).toEqual(['alice']);
    await pass(10_000);
    expect(await asked(chatId)).toEqual(['bob']);
    await pass(65_000);
    expect(await asked(chatId)).toEqual(['carol']);
    await pass(65_000);
    expect(await asked(chatId)).toEqual(['alice', 'bob', 'carol']);
    await pass(HOUR);
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE: 'Here I am' });
    await pass(HOUR);
    expect(await asked(chatId)).toEqual(['bob']);
  });

  it('keeps a visitor who was taken, and one of a line that passes nobody on', async () => {
    const { chatId } = await scene();
    await world.control('line.take', { as: 'Alice', chat: chatId });
    const { chatId: other } = await scene({ passesOnAfter: 0 });
    await pass(HOUR);
    expect([await asked(chatId), await asked(other)]).toEqual([['alice'], ['alice']]);
  });

  it('leaves them to the next one, as long as there is one', async () => {
    const { chatId } = await scene();
    await world.control('line.skip', { as: 'Alice', chat: chatId });
    expect(await asked(chatId)).toEqual(['bob']);
    expect(await refusal('line.skip', { as: 'Alice', chat: chatId })).toMatch(/^Only who was asked/);
    const alone = await scene({ queue: [{ kind: 'person', id: world.carol.id }] });
    expect(await refusal('line.skip', { as: 'Carol', chat: alone.chatId })).toBe(
      'Nobody else is in the queue of that line',
    );
  });
});

describe('outside of the hours of a line', () => {
  it('nobody is asked, the visitor is told so once, and somebody is asked when they begin', async () => {
    world.clock.advance(10 * HOUR);
    const { chatId, visitor } = await scene({ hours: LONDON });
    await visitor.write('Hello?');
    expect(await visitor.texts()).toEqual(['We sleep', 'Where is my parcel?', 'Hello?']);
    await pass(13 * HOUR);
    expect(await asked(chatId)).toEqual([]);
    await pass(2 * HOUR);
    expect(await asked(chatId)).toHaveLength(1);
    expect(await visitor.texts()).toHaveLength(3);
  });

  it('which programs set', async () => {
    const program = await lineProgram(world);
    const WORKTIME_FROM = '10:00';
    const PARAMS = {
      LINE_NAME: 'Night',
      QUEUE: [world.bob.id],
      WORKTIME_ENABLE: 'Y',
      WORKTIME_FROM,
      WORKTIME_TO: '18:00',
      WORKTIME_TIMEZONE: 'Europe/Berlin',
      WORKTIME_DAYOFF: ['MO'],
      WORKTIME_DAYOFF_RULE: 'text',
      WORKTIME_DAYOFF_TEXT: 'Closed on Mondays',
    };
    const id = await program.ok('imopenlines.config.add', { PARAMS });
    const line = await world.app.store.read((work) => work.lines.findLine(id));
    const { chatId, visitor } = await visited(world, line as NonNullable<typeof line>);
    expect([await visitor.texts(), await asked(chatId)]).toEqual([['Closed on Mondays', 'Where is my parcel?'], []]);
    const change = { WORKTIME_DAYOFF: ['SU'], WORKTIME_TIMEZONE: 'Mars/Olympus', WORKTIME_FROM: 'dawn' };
    await program.ok('imopenlines.config.update', { CONFIG_ID: id, PARAMS: change });
    const kept = await program.ok('imopenlines.config.get', { CONFIG_ID: id });
    expect(kept).toMatchObject({ WORKTIME_DAYOFF: ['SU'], WORKTIME_TIMEZONE: 'Europe/Berlin', WORKTIME_FROM });
    await visitor.write('And now?');
    await world.settled();
    expect(await asked(chatId)).toEqual(['bob']);
  });
});

describe('a conversation with a visitor', () => {
  it('is finished from the messenger by who has them in hand, and once', async () => {
    const { chatId, visitor } = await scene();
    const finish = async (by: 'alice' | 'bob' | 'carol' | 'dana') => {
      const { cookie, csrf } = await browserOf(world, world[by].id);
      const headers = { cookie, 'x-bitrix-csrf-token': csrf, 'content-type': 'application/json' };
      const body = JSON.stringify({ chat: `chat${chatId}` });
      return (await fetch(`${world.app.address}/control/line.finish`, { method: 'POST', headers, body })).status;
    };
    await world.control('line.skip', { as: 'Alice', chat: chatId });
    expect([await finish('carol'), await finish('dana')]).toEqual([400, 400]);
    expect((await visitor.read()).body.state).toBe('queue');
    expect([await finish('bob'), await finish('bob')]).toEqual([200, 400]);
    expect((await visitor.read()).body.state).toBe('closed');
  });

  it('is conducted by who has them in hand', async () => {
    const { chatId } = await scene({ distribution: 'all' });
    const seen = (as: string) => world.control('line.conversation', { as, chat: chatId });
    const free = { state: 'queue', isAsked: true, mayTake: true, maySkip: false, mayConduct: true };
    expect(await seen('Bob')).toEqual({ line: 'Support', operatorId: 0, ...free });
    await world.control('line.take', { as: 'Bob', chat: chatId });
    const own = { state: 'operator', operatorId: world.bob.id, mayTake: false, mayConduct: true };
    expect(await seen('Bob')).toMatchObject(own);
    expect(await refusal('line.conversation', { as: 'Carol', chat: chatId })).toMatch(/^There is no conversation/);
    expect(await refusal('line.transfer', { as: 'Carol', chat: chatId, user: world.carol.id })).toMatch(/^Only who/);
    expect(await refusal('line.transfer', { as: 'Bob', chat: chatId, user: world.dana.id })).toMatch(/^A visitor is/);
    await world.control('line.transfer', { as: 'Bob', chat: chatId, user: world.carol.id });
    expect(await asked(chatId)).toEqual(['carol']);
    await world.control('line.take', { as: 'Carol', chat: chatId });
    expect(await seen('Carol')).toMatchObject({ state: 'operator', operatorId: world.carol.id });
  });
});
