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

/** Bob writes to a bot; answers why it was not told of it, as `say` has it. */
async function say(botId: number): Promise<string | undefined> {
  const body = { as: 'Bob', to: String(botId), text: 'hello', waitMs: 600_000 };
  for await (const line of follow(world.server, 'say', body))
    if (line.kind === 'delivery') return line.error ?? `answered ${line.status}`;
  return undefined;
}

/** What the owner of a bot reads at the three other places where one looks. */
async function reasons() {
  await world.settled();
  const [event] = (await world.control('event.list', { isFailed: true })).events;
  const { tries } = await world.control('event.show', { id: event?.id ?? 0 });
  const [bot] = (await world.control('status', {})).bots;
  const told = await tail({});
  const last = told.at(-1);
  return {
    state: event?.state,
    event: tries.at(-1)?.reason ?? event?.reason,
    status: bot?.lastFailure && (bot.lastFailure.error ?? `answered ${bot.lastFailure.status}`),
    tail: last?.kind === 'delivery' ? (last.error ?? `answered ${last.status}`) : undefined,
    bot,
  };
}

describe('the reason stands in say, tail, status and event alike', () => {
  it('when nobody listens at the handler', async () => {
    const reason = 'connection refused by 127.0.0.1:9';
    expect(await say(await world.bot())).toBe(reason);
    const found = await reasons();
    expect(found).toMatchObject({ state: 'pending', event: reason, status: reason, tail: reason });
    expect(found.bot?.nextTryAt).toBeGreaterThan(world.clock.now());
  });

  it('when the handler answers 500', async () => {
    handler.answer = () => ({ status: 500, body: 'Call to undefined function' });
    const reason = 'answered 500';
    expect(await say(await world.bot({ handler }))).toBe(reason);
    expect(await reasons()).toMatchObject({ state: 'pending', event: reason, status: reason, tail: reason });
  });

  it('when the handler answers 404, which is final', async () => {
    handler.answer = () => ({ status: 404 });
    const reason = 'answered 404';
    expect(await say(await world.bot({ handler }))).toBe(reason);
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
    const reason = 'no answer within 10 s';
    const said = say(await world.bot({ handler }));
    await isAsked;
    world.clock.advance(10_000);
    expect(await said).toBe(reason);
    answer();
    expect(await reasons()).toMatchObject({ state: 'pending', event: reason, status: reason, tail: reason });
  });

  it('when the application is not installed', async () => {
    const application = await world.application({ isApiOnly: false });
    const reason = 'its application is not installed yet, and is told nothing before';
    expect(await say(await world.bot({ application }))).toBe(reason);
    expect(await reasons()).toMatchObject({
      state: 'dropped',
      event: reason,
      tail: reason,
      bot: { isInstalled: false },
    });
  });
});

describe('tail', () => {
  it('shows what is past of one bot, of one chat, and what failed alone', async () => {
    const good = await world.bot({ handler });
    const bad = await world.bot({ code: 'bad', clientId: 'another' });
    for (const DIALOG_ID of [good, bad]) {
      await world.bob.ok('im.message.add', { DIALOG_ID, MESSAGE: 'hello' });
      await world.settled();
    }
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
