import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '#cli/control-client.ts';
import type { Body, Line } from '#control/registry.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import type { Handler } from '../world.ts';

let world: ControlledWorld;
let handler: Handler;
beforeEach(async () => {
  world = await createControlledWorld();
  handler = await world.handler();
});
afterEach(() => world.close());

/** What a tail tells that begins with what is past: so many lines, or all until Carol writes to Bob. */
async function tail(body: Body<'tail'>, most = Number.POSITIVE_INFINITY): Promise<Line<'tail'>[]> {
  const lines: Line<'tail'>[] = [];
  for await (const line of follow(world.server, 'tail', { sinceMs: 60_000, ...body })) {
    if (line.kind === 'watching') await world.carol.ok('im.message.add', { DIALOG_ID: '2', MESSAGE: 'that is all' });
    else if (line.kind === 'message') break;
    else if (lines.push(line) === most) break;
  }
  return lines;
}

/** What the owner of a bot reads at the three places where one looks. */
async function reasons() {
  const [event] = (await world.control('event.list', { isFailed: true })).events;
  const { tries } = await world.control('event.show', { id: event?.id ?? 0 });
  const [bot] = (await world.control('status', {})).bots;
  const told = await tail({});
  const last = told.at(-1);
  return {
    state: event?.state,
    event: tries.at(-1)?.reason,
    status: bot?.lastFailure && (bot.lastFailure.error ?? `answered ${bot.lastFailure.status}`),
    tail: last?.kind === 'delivery' ? (last.error ?? `answered ${last.status}`) : undefined,
    bot,
  };
}

const say = async (botId: number, MESSAGE = 'hello') => {
  await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
  await world.settled();
};

describe('the reason stands in event, status and tail alike', () => {
  it('when nobody listens at the handler', async () => {
    await say(await world.bot());
    const reason = 'connection refused by 127.0.0.1:9';
    const found = await reasons();
    expect(found).toMatchObject({ state: 'pending', event: reason, status: reason, tail: reason });
    expect(found.bot?.nextTryAt).toBeGreaterThan(world.clock.now());
  });

  it('when the handler answers 500', async () => {
    handler.answer = () => ({ status: 500, body: 'Call to undefined function' });
    await say(await world.bot({ handler }));
    const reason = 'answered 500';
    expect(await reasons()).toMatchObject({ state: 'pending', event: reason, status: reason, tail: reason });
  });

  it('when the handler answers 404, which is final', async () => {
    handler.answer = () => ({ status: 404 });
    await say(await world.bot({ handler }));
    const reason = 'answered 404';
    const found = await reasons();
    expect(found).toMatchObject({ state: 'dead', event: reason, status: reason, tail: reason });
    expect(found.bot).toMatchObject({ waiting: 0, dead: 2 });
  });

  it('when the handler takes too long', async () => {
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let answer: () => void = () => undefined;
    handler.answer = () =>
      new Promise((resolve) => {
        answer = () => resolve({ status: 200 });
        asked();
      });
    const botId = await world.bot({ handler });
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await isAsked;
    world.clock.advance(10_000);
    await world.settled();
    answer();
    const reason = 'no answer within 10 s';
    expect(await reasons()).toMatchObject({ state: 'pending', event: reason, status: reason, tail: reason });
  });

  it('when the application is not installed', async () => {
    const application = await world.application({ isApiOnly: false });
    await say(await world.bot({ application }));
    const reason = 'its application is not installed yet, and is told nothing before';
    expect(await reasons()).toMatchObject({ state: 'dropped', event: reason, tail: reason });
  });
});

describe('tail', () => {
  it('shows what is past of one bot, of one chat, and what failed alone', async () => {
    const good = await world.bot({ handler });
    const bad = await world.bot({ code: 'bad', clientId: 'another' });
    await say(good);
    await say(bad);
    const outcomes = async (body: Body<'tail'>, most?: number) =>
      (await tail(body, most)).flatMap((line) =>
        line.kind === 'delivery' ? [`${line.receiver}: ${line.result}`] : [],
      );
    expect(await outcomes({})).toEqual(['test-bot: delivered', 'test-bot: delivered', 'bad: again']);
    expect(await outcomes({ bot: 'bad' }, 1)).toEqual(['bad: again']);
    expect(await outcomes({ isFailed: true }, 1)).toEqual(['bad: again']);
    const [event] = (await world.control('event.list', { bot: 'bad' })).events;
    expect(await outcomes({ chatId: event?.chatId ?? 0 }, 1)).toEqual(['bad: again']);
    expect(await outcomes({ as: 'Bob' })).toEqual([]);
    world.clock.advance(1_000);
    expect(await outcomes({ sinceMs: 500 }, 1)).not.toContain('test-bot: delivered');
  });
});
