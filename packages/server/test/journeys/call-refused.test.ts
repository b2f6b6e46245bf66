import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '#cli/control-client.ts';
import type { Body, Line } from '#control/registry.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import type { Handler } from '../world.ts';

/*
 * A bot takes its events, and what it answers is refused: its author looks at any of the places where one looks.
 */

const REASON = { code: 'KEYBOARD_ERROR', reason: 'Incorrect keyboard params' };

let world: ControlledWorld;
let botId: number;
let handler: Handler;
let keyboard: object[];
beforeEach(async () => {
  world = await createControlledWorld();
  handler = await world.handler();
  keyboard = [{ TEXT: 'Off' }];
  botId = await world.bot({ handler });
  handler.answer = async ({ body }) => {
    const DIALOG_ID = body.data?.PARAMS?.DIALOG_ID;
    const answer = { BOT_ID: botId, DIALOG_ID, MESSAGE: 'Choose', KEYBOARD: keyboard, CLIENT_ID: 'test-app' };
    if (body.event === 'ONIMBOTMESSAGEADD') await world.alice.call('imbot.message.add', answer);
    return { status: 200 };
  };
});
afterEach(() => world.close());

async function say(): Promise<Line<'say'>[]> {
  const lines: Line<'say'>[] = [];
  const body: Body<'say'> = { as: 'Bob', to: 'test-bot', text: 'hello' };
  // Nothing else comes back: it would wait for as long as the clock stands still.
  for await (const line of follow(world.server, 'say', body)) if (lines.push(line) && line.kind === 'call') break;
  await world.settled();
  return lines;
}

/** What a tail tells that is past, and then of what happens until Carol writes to Bob; so many lines at most. */
async function tail(body: Body<'tail'>, most = Number.POSITIVE_INFINITY): Promise<Line<'tail'>[]> {
  const lines: Line<'tail'>[] = [];
  for await (const line of follow(world.server, 'tail', { sinceMs: 60_000, ...body })) {
    if (line.kind === 'watching') await world.carol.ok('im.message.add', { DIALOG_ID: '2', MESSAGE: 'that is all' });
    else if (line.kind === 'message' && !body.isCalls) break;
    else if (line.kind === 'message') continue;
    else if (lines.push(line) === most) break;
  }
  return lines;
}

const callsIn = (lines: readonly Line<'tail'>[]) => lines.filter((line) => line.kind === 'call');
const eventOf = async (name: string) => {
  const { events } = await world.control('event.list', { bot: 'test-bot' });
  return world.control('event.show', { id: events.find((event) => event.name === name)?.id ?? 0 });
};

describe('the reason of a refused call', () => {
  it('stands in what say prints', async () => {
    const [call] = (await say()).filter((line) => line.kind === 'call');
    expect(call).toMatchObject({
      method: 'imbot.message.add',
      ...REASON,
      details: [expect.stringContaining('button 1'), expect.anything()],
    });
    expect((await world.control('call.show', { id: call?.id ?? 0 })).call).toMatchObject(REASON);
  });

  it('stands in status, with how many there were and when the last one was', async () => {
    const of = async () => (await world.control('status', {})).bots.find(({ id }) => id === botId)?.refusedCalls;
    expect(await of()).toBeNull();
    await say();
    await say();
    const at = world.clock.now();
    world.clock.advance(5_000);
    expect(await of()).toMatchObject({ count: 2, last: { at, method: 'imbot.message.add', ...REASON } });
  });

  it('stands in tail, also when it is looked at afterwards', async () => {
    await say();
    expect(callsIn(await tail({}))).toMatchObject([REASON]);
    expect(callsIn(await tail({ bot: 'test-bot', isFailed: true }, 1))).toMatchObject([REASON]);
  });

  it('stands with the event that the bot was told when it called, and with nothing else', async () => {
    await say();
    const added = await eventOf('ONIMBOTMESSAGEADD');
    expect(added).toMatchObject({ event: { state: 'delivered' }, calls: [{ method: 'imbot.message.add', ...REASON }] });
    expect(added.calls[0]?.deliveries).toEqual([{ eventId: added.event.id, try: 1, chatId: added.event.chatId }]);
    expect((await eventOf('ONIMBOTJOINCHAT')).calls).toEqual([]);
  });

  it('stands in the list of refused calls of the bot, with what was sent and without what is secret in it', async () => {
    await say();
    const { calls } = await world.control('call.list', { isRefused: true, bot: 'test-bot' });
    expect(calls).toMatchObject([{ ...REASON, caller: { kind: 'webhook', user: 'Alice Arden', program: 'test-app' } }]);
    expect(calls[0]?.params?.text).toContain('"KEYBOARD":[{"TEXT":"Off"}],"CLIENT_ID":"***"');
  });

  it('is gone when the bot does better', async () => {
    keyboard = [{ TEXT: 'Yes', COMMAND: 'yes' }];
    const lines = await say();
    expect(lines.map(({ kind }) => kind)).toEqual(['message', 'end']);
    expect((await world.control('status', {})).bots.find(({ id }) => id === botId)?.refusedCalls).toBeNull();
    expect((await eventOf('ONIMBOTMESSAGEADD')).calls).toMatchObject([{ method: 'imbot.message.add', code: null }]);
  });
});

describe('a refused call that says of no bot that it made it', () => {
  /** Says something, and lets the time that an answer has go by. */
  async function sayInVain(): Promise<Line<'say'>[]> {
    const lines: Line<'say'>[] = [];
    const body: Body<'say'> = { as: 'Bob', to: 'test-bot', text: 'hello', waitMs: 1_000 };
    const told = (async () => {
      for await (const line of follow(world.server, 'say', body)) lines.push(line);
    })();
    await refused;
    await world.settled();
    world.clock.advance(1_000);
    await told;
    return lines;
  }
  let refused: Promise<void>;
  const answersWith = (call: () => Promise<unknown>) => {
    refused = new Promise((resolve) => {
      handler.answer = ({ body }) => {
        // As most bots do: they answer the request first.
        if (body.event === 'ONIMBOTMESSAGEADD') setImmediate(() => void call().then(() => resolve()));
        return { status: 200 };
      };
    });
  };

  it.each([
    {
      mistake: 'a wrong CLIENT_ID',
      call: () => world.alice.call('imbot.message.add', { DIALOG_ID: '2', MESSAGE: 'hi', CLIENT_ID: 'mistyped' }),
      code: 'BOT_ID_ERROR',
    },
    {
      mistake: 'a wrong code of the webhook',
      call: () => fetch(`${world.app.address}/rest/1/0123456789abcdef/imbot.message.add`, { method: 'POST' }),
      code: 'INVALID_CREDENTIALS',
    },
  ])('stands in say where nothing came back, and in status: $mistake', async ({ call, code }) => {
    expect((await world.control('status', {})).strayCalls).toBeNull();
    answersWith(call);
    expect(await sayInVain()).toMatchObject([
      { kind: 'call', method: 'imbot.message.add', code },
      { kind: 'end', result: 'silent' },
    ]);
    expect((await world.control('status', {})).strayCalls).toMatchObject({
      count: 1,
      last: { method: 'imbot.message.add', code },
    });
  });
});

describe('every call', () => {
  it('is told by tail as it is made, and from the past, where that is asked for', async () => {
    await world.bob.ok('profile');
    const lines = callsIn(await tail({ isCalls: true }, 3));
    expect(lines.map(({ method, code }) => [method, code])).toEqual([
      ['imbot.register', null],
      ['profile', null],
      ['im.message.add', null],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(3);
  });

  it('that caused an event stands with the event', async () => {
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    const { cause } = await eventOf('ONIMBOTMESSAGEADD');
    expect(cause).toMatchObject({ method: 'im.message.add', caller: { user: 'Bob Birch' } });
  });

  it('is found by its caller, its method and its chat', async () => {
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'hello' });
    const application = await world.application({ title: 'Weather' });
    await application.ok('user.current');
    await world.alice.ok('profile');
    const methods = async (body: Body<'call.list'>) =>
      (await world.control('call.list', body)).calls.map(({ method }) => method);
    expect(await methods({ caller: 'Bob' })).toEqual(['im.message.add']);
    expect(await methods({ chatId: world.groupChatId })).toEqual(['im.message.add']);
    expect(await methods({ method: 'PROFILE' })).toEqual(['profile']);
    expect(await methods({ app: 'Weather' })).toEqual(['user.current']);
    expect(await methods({ limit: 1 })).toEqual(['profile']);
  });
});
