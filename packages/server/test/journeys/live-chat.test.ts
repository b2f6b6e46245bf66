import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeLine } from '#domain/line/add-line.ts';
import { lineWithBot, newLine, openBot, type Visitor, visited, visitorOf } from '../scenes/lines.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import { CLIENT_ID, createWorld, type Handler, type World } from '../world.ts';

let world: World;
let handler: Handler;
beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
});
afterEach(() => world.close());

/** A line with a bot that hears of everything, Bob and Carol in its queue, and a visitor who has written. */
async function scene(more = {}) {
  const bot = await openBot(world, { handler });
  const queue = [world.bob, world.carol].map(({ id }) => ({ kind: 'person' as const, id }));
  const line = await newLine(world, { welcomeBotId: bot, queue, ...more });
  return { bot, line, ...(await visited(world, line)) };
}

const answer = (chatId: number, MESSAGE: string, more = {}) =>
  world.alice.ok('imbot.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE, CLIENT_ID, ...more });
const names = () => handler.received.map(({ body }) => body.event);
const members = async (chatId: number) =>
  (await world.app.store.read((work) => work.members.listOfChat(chatId))).map(({ userId }) => userId);

async function state(visitor: Visitor): Promise<string> {
  return (await visitor.read()).body.state;
}

describe('a visitor of a line', () => {
  it('is answered by the bot, then by a person, until the conversation ends', async () => {
    const { bot, chatId, visitor } = await scene();
    expect(names()).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
    await answer(chatId, 'A [b]person[/b] will help');
    expect(await visitor.texts()).toEqual(['Where is my parcel?', 'A person will help']);
    await world.alice.ok('imopenlines.bot.session.transfer', { CHAT_ID: chatId, USER_ID: world.bob.id, CLIENT_ID });
    expect([await state(visitor), await members(chatId)]).toEqual([
      'queue',
      expect.arrayContaining([world.bob.id, bot]),
    ]);
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE: 'It comes tomorrow' });
    expect([await state(visitor), await members(chatId)]).toEqual(['operator', expect.not.arrayContaining([bot])]);
    await visitor.write('Thank you');
    await world.settled();
    // Nothing more is told to the bot, not even what the person wrote first.
    expect(names()).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
    expect((await visitor.texts()).slice(2)).toEqual(['It comes tomorrow', 'Thank you']);
    await world.alice.ok('imopenlines.bot.session.finish', { CHAT_ID: chatId, CLIENT_ID });
    expect(await state(visitor)).toBe('closed');
    await visitor.write('One more thing');
    await world.settled();
    expect([await state(visitor), names().slice(2)]).toEqual(['bot', ['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']]);
  });

  it('is told to the bot with what they came by, and the session in the sixth place', async () => {
    const { bot, line, chatId } = await scene();
    const [added] = handler.events('ONIMBOTMESSAGEADD');
    const { PARAMS, USER } = added.data;
    const visitorId = Number(USER.ID);
    expect(PARAMS).toMatchObject({
      MESSAGE: 'Where is my parcel?',
      MESSAGE_TYPE: 'L',
      CHAT_TYPE: 'L',
      CHAT_ID: String(chatId),
      DIALOG_ID: `chat${chatId}`,
      CHAT_ENTITY_TYPE: 'LINES',
      CHAT_ENTITY_ID: `livechat|${line.id}|${chatId}|${visitorId}`,
      CHAT_ENTITY_DATA_1: expect.stringMatching(/^N\|NONE\|0\|N\|N\|1\|\d{10}\|0\|0\|0$/),
      CHAT_ENTITY_DATA_2: 'LEAD|0|COMPANY|0|CONTACT|0|DEAL|0',
      CHAT_EXTRANET: 'N',
      CHAT_AUTHOR_ID: String(bot),
    });
    expect(USER).toMatchObject({ IS_CONNECTOR: 'Y', IS_EXTRANET: 'Y', IS_BOT: 'N' });
    const [joined] = handler.events('ONIMBOTJOINCHAT');
    expect(joined.data.PARAMS).toMatchObject({
      CHAT_TYPE: 'L',
      USER_ID: String(visitorId),
      CHAT_ENTITY_TYPE: 'LINES',
      CHAT_ENTITY_ID: PARAMS.CHAT_ENTITY_ID,
    });
  });

  it('presses buttons of the bot as far as its commands are for guests', async () => {
    const { chatId, visitor } = await scene();
    const command = (COMMAND: string, EXTRANET_SUPPORT: string) =>
      world.alice.ok('imbot.command.register', {
        COMMAND,
        EXTRANET_SUPPORT,
        EVENT_COMMAND_ADD: handler.url,
        LANG: [{ LANGUAGE_ID: 'en', TITLE: COMMAND }],
        CLIENT_ID,
      });
    await command('track', 'Y');
    await command('delete', 'N');
    const BUTTONS = [
      { TEXT: 'Track', COMMAND: 'track', COMMAND_PARAMS: '7' },
      { TYPE: 'NEWLINE' },
      { TEXT: 'Delete', COMMAND: 'delete' },
      { TEXT: 'Terms', LINK: 'https://shop.example/terms' },
      { TEXT: 'Off', COMMAND: 'track', DISABLED: 'Y' },
    ];
    const message = await answer(chatId, 'What now?', { KEYBOARD: { BUTTONS } });
    const { lines } = (await visitor.read()).body;
    expect(lines.at(-1).buttons.map(({ kind }: { kind: string }) => kind)).toEqual([
      'command',
      'newline',
      'command',
      'link',
      'command',
    ]);
    const press = async (button: number) => (await visitor.press(message, button)).status;
    expect([await press(0), await press(1), await press(2), await press(3), await press(4), await press(9)]).toEqual([
      200, 409, 409, 409, 409, 409,
    ]);
    await world.settled();
    expect(handler.events('ONIMCOMMANDADD').map(({ data }) => data.PARAMS.MESSAGE)).toEqual(['/track 7']);
    expect((await visitorOf(world, { code: '0'.repeat(24) }).press(message, 0)).status).toBe(404);
  });

  it('sees neither lines of the portal nor what is not passed on, but what the line says', async () => {
    const { chatId, visitor } = await scene({ greets: true, greeting: 'Welcome [b]here[/b]' });
    await answer(chatId, 'for colleagues', { SKIP_CONNECTOR: 'Y' });
    await answer(chatId, 'by the system', { SYSTEM: 'Y' });
    const say = (NAME: string, MESSAGE?: string) =>
      world.alice.ok('imopenlines.bot.session.message.send', { CHAT_ID: chatId, NAME, MESSAGE, CLIENT_ID });
    await say('DEFAULT', 'We open at nine');
    await say('DEFAULT', '');
    await say('WELCOME', 'not looked at');
    expect(await visitor.texts()).toEqual(['Welcome here', 'Where is my parcel?', 'We open at nine', 'Welcome here']);
  });

  it('reads what was changed, and nothing more of what was deleted', async () => {
    const { chatId, visitor } = await scene();
    const MESSAGE_ID = await answer(chatId, 'Tomorow');
    const { version } = (await visitor.read()).body;
    await world.alice.ok('imbot.message.update', { MESSAGE_ID, MESSAGE: 'Tomorrow', CLIENT_ID });
    expect(await visitor.texts()).toEqual(['Where is my parcel?', 'Tomorrow']);
    expect((await visitor.read()).body.version).not.toBe(version);
    await world.alice.ok('imbot.message.delete', { MESSAGE_ID, CLIENT_ID });
    expect((await visitor.texts())[0]).toBe('Where is my parcel?');
  });

  it('is told as soon as something happens', async () => {
    const { chatId, visitor } = await scene();
    const { version } = (await visitor.read()).body;
    const next = visitor.read(version, 25);
    await answer(chatId, 'Here I am');
    expect((await next).body.lines.at(-1).text).toBe('Here I am');
  });

  it('who sends the same line again has written it once', async () => {
    const { visitor } = await scene();
    const key = 'a'.repeat(32);
    const [first, again] = [await visitor.write('twice', key), await visitor.write('twice', key)];
    expect([first.status, again.status, again.body.line.id]).toEqual([201, 201, first.body.line.id]);
    expect(await visitor.texts()).toEqual(['Where is my parcel?', 'twice']);
  });

  it('is one of as many as browsers write at once, each with a chat of their own', async () => {
    const { line } = await scene();
    const one = visitorOf(world, line);
    await Promise.all(['a', 'b', 'c'].map((text) => one.write(text)));
    expect((await one.texts()).sort()).toEqual(['a', 'b', 'c']);
    const other = visitorOf(world, line);
    await other.write('hello');
    expect(await other.texts()).toEqual(['hello']);
  });
});

describe('the people of a line', () => {
  it('are asked as the line says, and who writes first has the visitor', async () => {
    const { line, chatId, visitor } = await scene({ welcomeBotId: 0, distribution: 'all' });
    expect([await state(visitor), await members(chatId)]).toEqual([
      'queue',
      expect.arrayContaining([world.bob.id, world.carol.id]),
    ]);
    await world.carol.ok('im.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE: 'I do it' });
    expect(await members(chatId)).not.toContain(world.bob.id);
    await expectRefusal(world.carol, 'imopenlines.bot.session.operator', { CHAT_ID: chatId }, 'WRONG_CHAT');
    expect(line.name).toBe('Support');
  });

  it('have each as many visitors as the others where they are shared evenly', async () => {
    const { line, chatId } = await scene({ welcomeBotId: 0, distribution: 'evenly' });
    expect(await members(chatId)).toContain(world.bob.id);
    const second = await visited(world, line);
    expect(await members(second.chatId)).toContain(world.carol.id);
    const strict = await newLine(world, { queue: line.queue, distribution: 'strictly' });
    expect(await members((await visited(world, strict)).chatId)).toContain(world.bob.id);
  });

  it('get a visitor who came while nobody was there', async () => {
    const line = await newLine(world, { distribution: 'strictly' });
    const { visitor, chatId } = await visited(world, line);
    expect(await state(visitor)).toBe('queue');
    await world.app.store.write((work) => changeLine(work, line, { queue: [{ kind: 'person', id: world.bob.id }] }));
    await visitor.write('Anybody?');
    expect(await members(chatId)).toContain(world.bob.id);
  });

  it('get a visitor whom the bot leaves to them', async () => {
    const { bot, chatId, visitor } = await scene({ distribution: 'strictly' });
    await world.alice.ok('imbot.chat.leave', { CHAT_ID: chatId, BOT_ID: bot, CLIENT_ID });
    await visitor.write('Hello?');
    expect([await state(visitor), await members(chatId)]).toEqual(['queue', expect.arrayContaining([world.bob.id])]);
  });

  it('get a visitor whose bot has gone, and one whom a colleague has left', async () => {
    const { bot, chatId, visitor } = await scene({ distribution: 'strictly' });
    await world.alice.ok('imbot.unregister', { BOT_ID: bot, CLIENT_ID });
    await visitor.write('Still there?');
    expect([await state(visitor), await members(chatId)]).toEqual(['queue', expect.arrayContaining([world.bob.id])]);
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE: 'Yes' });
    await world.bob.ok('im.chat.leave', { CHAT_ID: chatId });
    await visitor.write('Bob?');
    expect([await state(visitor), await members(chatId)]).toEqual(['queue', expect.arrayContaining([world.bob.id])]);
  });

  it('have their visitors counted apart, and nobody is found among people who only visits', async () => {
    const { chatId } = await lineWithBot(world, { welcomeBotId: 0, queue: [{ kind: 'person', id: world.bob.id }] });
    const counters = await world.bob.ok('im.counters.get');
    expect(counters).toMatchObject({ LINES: { [chatId]: 1 }, TYPE: { LINES: 1, CHAT: 0, MESSENGER: 1 } });
    // Passed on by a bot, what was said to the bot is unread to them, too.
    const { chatId: passed } = await scene();
    await world.alice.ok('imopenlines.bot.session.transfer', { CHAT_ID: passed, USER_ID: world.bob.id, CLIENT_ID });
    expect((await world.bob.ok('im.counters.get')).LINES).toEqual({ [chatId]: 1, [passed]: 1 });
    expect(await world.alice.ok('user.get', {})).toHaveLength(4);
    const found = await world.alice.ok('im.search.user.list', { FIND: 'Guest' });
    expect(Object.values(found)).toMatchObject([{ name: 'Dana Dale', connector: false }]);
  });
});

describe('whoever writes to a line', () => {
  it('sends no more than a person writes, and nothing that is too large or no text', async () => {
    const line = await newLine(world);
    const visitor = visitorOf(world, line);
    for (const text of ['', '   ', 'x'.repeat(4001), 'a\u0000b']) expect((await visitor.write(text)).status).toBe(400);
    expect((await visitor.write('ok', 'short')).status).toBe(400);
    expect((await visitor.write('x'.repeat(40_000))).status).toBe(413);
    const statuses = [];
    for (let n = 0; n < 20; n += 1) statuses.push((await visitor.write(`line ${n}`)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(15);
    expect(statuses.at(-1)).toBe(429);
    world.clock.advance(60_000);
    expect((await visitor.write('later')).status).toBe(201);
  });

  it('needs a token of their own, and a line that is there and open', async () => {
    const line = await newLine(world, { isActive: false });
    expect((await visitorOf(world, line).write('hello')).status).toBe(403);
    expect((await visitorOf(world, line, 'short').write('hello')).status).toBe(401);
    expect((await visitorOf(world, { code: 'nobody' }).write('hello')).status).toBe(404);
    expect((await visitorOf(world, { code: 'f'.repeat(24) }).read()).status).toBe(404);
    const page = await fetch(`${world.app.address}/livechat/${line.code}`);
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
    expect((await fetch(`${world.app.address}/livechat/${'f'.repeat(24)}`)).status).toBe(404);
  });

  it('cannot have many conversations begun from one place', async () => {
    const line = await newLine(world);
    const statuses = [];
    for (let n = 0; n < 32; n += 1) statuses.push((await visitorOf(world, line).write('hello')).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});
