import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../databases.ts';
import { askAs, askAsAlice, followAs } from '../scenes/person-asks.ts';
import { createWorld, type Handler, type World } from '../world.ts';

const CLIENT_ID = 'test-app';
const KEYBOARD = [{ TEXT: 'Take it', COMMAND: 'take', COMMAND_PARAMS: '4127' }];
let world: World;
let handler: Handler;
let botId: number;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
  await world.alice.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'take',
    EVENT_COMMAND_ADD: handler.url,
    LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Take' }],
    CLIENT_ID,
  });
});
afterEach(() => world.close());

const trace = (id: number) => askAsAlice(world, 'trace.message', { id });
const tellBob = (more: object = {}) =>
  world.alice.ok('imbot.message.add', { BOT_ID: botId, DIALOG_ID: '2', MESSAGE: 'Take it?', CLIENT_ID, ...more });
const press = (messageId: number) =>
  world.bob.ok('im.message.command', {
    MESSAGE_ID: messageId,
    BOT_ID: botId,
    COMMAND: 'take',
    COMMAND_PARAMS: '4127',
  });

onBothDatabases('the trace', () => {
  it('of a slash command shows what was typed, the event, its try, and what the bot did while it was open', async () => {
    handler.answer = async ({ body }) => {
      const [command] = Object.values<Record<string, string>>(body.data.COMMAND ?? {});
      if (!command) return { status: 200 };
      const { COMMAND_ID, MESSAGE_ID } = command;
      await world.alice.ok('imbot.command.answer', { COMMAND_ID, MESSAGE_ID, MESSAGE: 'Taken', CLIENT_ID });
      await world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: '2', MESSAGE: '', CLIENT_ID });
      return { status: 200, body: 'ok' };
    };
    const id = await world.bob.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: '/take 4127' });
    await world.settled();
    const { message, acts } = await trace(id);
    expect(message).toMatchObject({ id, author: 'Bob Birch', isByBot: false, text: '/take 4127' });
    expect(acts).toHaveLength(1);
    expect(acts[0]).toMatchObject({ what: 'command', user: 'Bob Birch', text: '/take 4127' });
    expect(acts[0].call).toMatchObject({ method: 'im.message.add', caller: { kind: 'webhook' } });
    const told = acts[0].events.find(({ event }: { event: { name: string } }) => event.name === 'ONIMCOMMANDADD');
    expect(told).toMatchObject({ event: { state: 'delivered' }, tries: [{ status: 200 }] });
    expect(told.tries[0].request.body).toContain('COMMAND_PARAMS%5D=4127');
    expect(told.calls).toMatchObject([
      { method: 'imbot.command.answer', code: null, isDuring: true, isStray: false },
      { method: 'imbot.message.add', code: 'MESSAGE_EMPTY', isDuring: true },
    ]);
  });

  it('shows of a bot that answers into a chat that there is not why nothing came back', async () => {
    const id = await world.bob.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'printer?' });
    await world.settled();
    await world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: 'chat99999', MESSAGE: 'Yes?', CLIENT_ID });
    const { acts } = await trace(id);
    const told = acts[0].events.find(({ event }: { event: { name: string } }) => event.name === 'ONIMBOTMESSAGEADD');
    expect(told.calls).toMatchObject([
      { method: 'imbot.message.add', chats: [99999], isDuring: false, isStray: false },
    ]);
  });

  it('of a message by a bot shows what it answers, and each press of a button under it', async () => {
    handler.answer = async ({ body }) => {
      if (body.event === 'ONIMBOTMESSAGEADD') await tellBob({ KEYBOARD });
      return { status: body.event === 'ONIMCOMMANDADD' ? 500 : 200, body: 'broken' };
    };
    await world.bob.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'printer?' });
    await world.settled();
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: String(botId), LIMIT: 1 });
    await press(messages[0].id);
    await world.settled();
    const { message, acts } = await trace(messages[0].id);
    expect(message).toMatchObject({ isByBot: true, text: 'Take it?' });
    expect(acts).toMatchObject([
      { what: 'wrote', user: 'Bob Birch', text: 'printer?' },
      { what: 'pressed', user: 'Bob Birch', text: 'Take it', call: { method: 'im.message.command' } },
    ]);
    expect(acts[0].events.at(-1)).toMatchObject({
      event: { name: 'ONIMBOTMESSAGEADD' },
      calls: [{ method: 'imbot.message.add', isDuring: true }],
    });
    expect(acts[1].events).toMatchObject([
      {
        event: { name: 'ONIMCOMMANDADD', state: 'pending', reason: 'answered 500' },
        tries: [{ status: 500, answer: 'broken' }],
        calls: [],
      },
    ]);
  });

  it('shows what a bot does after it has answered, and calls that say of no bot that it made them', async () => {
    const id = await world.bob.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'hello' });
    await world.settled();
    await tellBob();
    await world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: '2', MESSAGE: 'x', CLIENT_ID: 'another' });
    const { acts } = await trace(id);
    expect(acts[0].events.at(-1).calls).toMatchObject([
      { method: 'imbot.message.add', code: null, isDuring: false, isStray: false },
      { method: 'imbot.message.add', isDuring: false, isStray: true },
    ]);
    expect(acts[0].events.at(-1).calls[1].code).not.toBeNull();
  });

  it('of what is written to people alone shows the call', async () => {
    const id = await world.bob.ok('im.message.add', { DIALOG_ID: '3', MESSAGE: 'lunch?' });
    const { acts } = await trace(id);
    expect(acts).toMatchObject([{ what: 'called', user: 'Bob Birch', text: 'lunch?', events: [] }]);
    expect(acts[0].call).toMatchObject({ method: 'im.message.add' });
  });

  it('says that there is no such message', async () => {
    await expect(trace(99_999)).rejects.toThrow('There is no message 99999, or nothing that you may see of it');
  });
});

onBothDatabases('who sees what bots were sent and called', () => {
  const ASKED = ['event.list', 'call.list', 'bot.list', 'bot.states', 'event.stats'] as const;

  it('is no ordinary person, whatever they ask', async () => {
    const id = await world.bob.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'hello' });
    await world.settled();
    for (const command of [...ASKED, 'tail'] as const) {
      const { status, body } = await askAs(world, world.bob.id, command);
      expect({ command, status, code: body.error.code }).toEqual({ command, status: 403, code: 'forbidden' });
    }
    for (const command of ['trace.message', 'event.show', 'call.show'] as const)
      expect((await askAs(world, world.bob.id, command, { id })).status, command).toBe(403);
    for (const command of ['status', 'event.resend', 'app.list', 'webhook.list', 'user.list'] as const)
      expect((await askAs(world, world.bob.id, command, command === 'event.resend' ? { id } : {})).status).toBe(403);
    expect((await askAs(world, world.bob.id, 'bot.show', { bot: String(botId) })).status).toBe(403);
  });

  it('is a bot’s owner as to that bot, and as to no other', async () => {
    const own = await world.handler();
    const ofBob = await world.bob.ok('imbot.register', {
      CODE: 'of-bob',
      TYPE: 'B',
      EVENT_HANDLER: own.url,
      PROPERTIES: { NAME: 'Of Bob' },
      CLIENT_ID: 'bobs-app',
    });
    const toOwn = await world.carol.ok('im.message.add', { DIALOG_ID: String(ofBob), MESSAGE: 'to his' });
    const toOther = await world.carol.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'to another' });
    await world.settled();
    await world.bob.ok('imbot.message.add', { BOT_ID: ofBob, DIALOG_ID: '3', MESSAGE: 'x', CLIENT_ID: 'bobs-app' });
    const asBob = (command: Parameters<typeof askAs>[2], body: object = {}) =>
      askAs(world, world.bob.id, command, body);

    const { events } = (await asBob('event.list')).body;
    expect(new Set(events.map(({ receiver }: { receiver: string }) => receiver))).toEqual(new Set(['Of Bob']));
    const { calls } = (await asBob('call.list')).body;
    expect(calls.map(({ method }: { method: string }) => method)).toEqual(['imbot.message.add', 'imbot.register']);
    expect((await asBob('bot.list')).body.bots.map(({ name }: { name: string }) => name)).toEqual(['Of Bob']);
    const { acts } = (await asBob('trace.message', { id: toOwn })).body;
    expect(acts).toMatchObject([{ user: 'Carol Cedar', text: 'to his', call: null, shown: [] }]);

    expect((await asBob('trace.message', { id: toOther })).body.error.code).toBe('refused');
    const [others] = (await askAsAlice(world, 'event.list', { bot: String(botId) })).events;
    expect((await asBob('event.show', { id: others.id })).body.error.code).toBe('refused');
    expect((await asBob('event.show', { id: events[0].id })).status).toBe(200);
    expect((await asBob('event.show', { id: events[0].id, isPrepared: true })).status).toBe(403);
    expect((await asBob('event.list', { bot: String(botId) })).status).toBe(403);
    expect((await asBob('tail', { bot: String(botId) })).status).toBe(403);
    expect((await asBob('tail', { bot: String(ofBob) })).status).toBe(200);
    expect((await asBob('event.resend', { id: events[0].id })).status).toBe(403);
  });

  it('is an owner of several bots as to each of them, in one feed of what was and what is', async () => {
    const own = await world.handler();
    const bots: number[] = [];
    for (const name of ['First', 'Second'])
      bots.push(
        await world.bob.ok('imbot.register', {
          CODE: name.toLowerCase(),
          TYPE: 'B',
          EVENT_HANDLER: own.url,
          PROPERTIES: { NAME: name },
          CLIENT_ID: `${name}-app`,
        }),
      );
    const writeToAll = async () => {
      for (const id of [botId, ...bots])
        await world.carol.ok('im.message.add', { DIALOG_ID: String(id), MESSAGE: 'hi' });
      await world.settled();
    };
    await writeToAll();
    const deliveries = deliveriesToldTo(world, world.bob.id);
    const past = await next(deliveries, 4);
    await writeToAll();
    const told = [past, await next(deliveries, 2)];
    await deliveries.return();
    for (const receivers of told) expect(new Set(receivers)).toEqual(new Set(['First', 'Second']));
  });
});

/** Who was sent what a page is told of that this person looks at, what was sent within a minute before it, too. */
async function* deliveriesToldTo(world: World, userId: number): AsyncGenerator<string, void, void> {
  for await (const line of followAs(world, userId, { sinceMs: 60_000 }))
    if (line.kind === 'delivery') yield line.receiver;
}

async function next(told: AsyncGenerator<string, void, void>, count: number): Promise<(string | undefined)[]> {
  const values = [];
  while (values.length < count) values.push((await told.next()).value ?? undefined);
  return values;
}
