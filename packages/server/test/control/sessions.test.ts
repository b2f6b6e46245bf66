import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { commands } from '#control/commands.generated.ts';
import type { ControlCommand } from '#control/definition.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { newLine, visited } from '../scenes/lines.ts';
import { browserOf, type SignedInBrowser } from '../scenes/sign-in.ts';
import { CLIENT_ID } from '../world.ts';

/*
 * Commands from browsers: who may ask for which, and that nobody gets what is another's by naming it.
 */

const all: readonly (readonly [string, ControlCommand])[] = Object.entries(commands);
const SECRET = 'the secret of Alice';

let world: ControlledWorld;
let browsers: Record<'alice' | 'bob' | 'carol' | 'dana', SignedInBrowser>;
let helper: number;
let messageId: number;
let eventId: number;
let callId: number;
let buttonId: number;
let visitorChatId: number;
let stops = 0;

beforeAll(async () => {
  world = await createControlledWorld({
    onStopAsked: () => {
      stops += 1;
    },
  });
  helper = await world.bot({ code: 'helper' });
  // Carol has a bot of her own; Dana is a guest who shares no chat with anybody.
  await world.carol.ok('imbot.register', {
    CODE: 'carols',
    TYPE: 'B',
    EVENT_HANDLER: 'http://127.0.0.1:9/',
    PROPERTIES: { NAME: 'Carols' },
    CLIENT_ID: 'carols-program',
  });
  buttonId = await world.alice.ok('imbot.app.register', {
    BOT_ID: helper,
    CODE: 'for-administrators',
    JS_METHOD: 'PUT',
    JS_PARAM: SECRET,
    CONTEXT: 'all-admin',
    LANG: [{ LANGUAGE_ID: 'en', TITLE: SECRET }],
    CLIENT_ID,
  });
  messageId = await world.alice.ok('im.message.add', { DIALOG_ID: helper, MESSAGE: SECRET });
  await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: SECRET });
  eventId = (await world.control('event.list', { bot: 'helper' })).events[0]?.id ?? 0;
  callId = (await world.control('call.list', { method: 'im.message.add' })).calls[0]?.id ?? 0;
  const { alice, bob, carol, dana } = world;
  const line = await newLine(world, { queue: [alice, bob].map(({ id }) => ({ kind: 'person' as const, id })) });
  visitorChatId = (await visited(world, line, SECRET)).chatId;
  const of = (person: { readonly id: number }) => browserOf(world, person.id);
  browsers = { alice: await of(alice), bob: await of(bob), carol: await of(carol), dana: await of(dana) };
});
afterAll(() => world.close());

async function ask(name: string, headers: Record<string, string>, body: object = {}) {
  const response = await fetch(`${world.app.address}/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

const shown = ({ cookie, csrf }: SignedInBrowser) => ({ cookie, 'x-bitrix-csrf-token': csrf });

describe('every command turns away', () => {
  const strangers: Readonly<Record<string, () => Record<string, string>>> = {
    'who is not signed in': () => ({}),
    'a cookie that is none': () => ({ cookie: 'botyard_session=abc', 'x-bitrix-csrf-token': 'abc' }),
    'a session that shows no secret': () => ({ cookie: browsers.alice.cookie }),
    'the secret of another session': () => ({ ...shown(browsers.alice), 'x-bitrix-csrf-token': browsers.bob.csrf }),
    'a page of another site': () => ({ ...shown(browsers.alice), origin: 'https://evil.example' }),
    'a page that has no origin': () => ({ ...shown(browsers.alice), origin: 'null' }),
  };

  test.each(Object.keys(strangers))('%s', async (who) => {
    for (const [name] of all) expect((await ask(name, strangers[who]?.() ?? {})).status, name).toBe(401);
  });

  test.each(['bob', 'carol', 'dana'] as const)('%s, where it is for administrators', async (who) => {
    for (const [name, { pages }] of all)
      if (pages !== 'person') expect((await ask(name, shown(browsers[who]))).status, name).toBe(403);
  });

  test('administrators, too, where it is for whoever runs the portal', async () => {
    for (const [name, { pages }] of all)
      if (pages === undefined) expect((await ask(name, shown(browsers.alice))).status, name).toBe(403);
    expect(stops).toBe(0);
  });
});

describe('by a command for everybody nobody gets what is another’s', () => {
  /** With everything in it that could be another's. */
  const attacks: Readonly<Record<string, () => readonly object[]>> = {
    'app.places': () => [{ as: 'Alice', language: 'en' }],
    'bot.list': () => [{}],
    'bot.profile': () => [{ as: 'Alice', bot: helper }],
    'bot.show': () => [{ bot: 'helper' }, { bot: String(helper) }],
    'bot.states': () => [{}],
    'call.list': () => [{ bot: 'helper' }, { caller: 'Alice' }, { chatId: world.groupChatId }, { before: callId + 1 }],
    'call.show': () => [{ id: callId }],
    'chat.describe': () => [{ as: 'Alice', chat: world.groupChatId, description: 'taken over' }],
    'chat.files': () => [
      { as: 'Alice', chat: `chat${world.groupChatId}` },
      { as: 'Alice', chat: 'Team' },
      { as: 'Alice', chat: 'Alice' },
      { as: 'Alice', chat: 'nobody' },
      { as: 'Alice', chat: String(world.bob.id) },
    ],
    'chat.join': () => [{ as: 'Alice', chat: world.groupChatId }],
    'chat.manager': () => [{ as: 'Alice', chat: world.groupChatId, user: world.carol.id, isManager: true }],
    'dialog.app': () => [{ as: 'Alice', app: buttonId, language: 'en' }],
    'dialog.apps': () => [
      { as: 'Alice', dialogId: `chat${world.groupChatId}`, language: 'en' },
      { as: 'Alice', dialogId: String(helper), language: 'en' },
    ],
    'dialog.people': () => [
      { as: 'Alice', dialogId: `chat${world.groupChatId}`, find: '' },
      { as: 'Alice', dialogId: 'Team' },
    ],
    'dialog.commands': () => [{ as: 'Alice', dialogId: `chat${world.groupChatId}` }],
    'event.list': () => [{ bot: 'helper' }, { text: 'secret' }, { text: String(eventId) }, { before: eventId + 1 }],
    'event.show': () => [{ id: eventId }, { id: eventId, isPrepared: true }],
    'event.stats': () => [{ bot: 'helper' }],
    'line.conversation': () => [{ as: 'Alice', chat: visitorChatId }],
    'line.finish': () => [{ chat: `chat${visitorChatId}` }],
    'line.skip': () => [{ as: 'Alice', chat: visitorChatId }],
    'line.take': () => [{ as: 'Alice', chat: visitorChatId }],
    'line.transfer': () => [{ as: 'Alice', chat: visitorChatId, user: world.carol.id }],
    'recent.list': () => [{ as: 'Alice' }],
    'recent.show': () => [{ as: 'Alice', chats: [world.groupChatId, 1, 2, 3, 4] }],
    'session.list': () => [{ as: 'Alice' }],
    'session.end': () => [
      { as: 'Alice', id: 1 },
      { as: 'Alice', except: 0, id: 2 },
    ],
    tail: () => [{ bot: 'helper' }, { bot: 'helper', as: 'Alice' }],
    'trace.message': () => [{ id: messageId }],
    'user.find': () => [{ as: 'Alice', find: 'Alice' }, { as: 'Alice' }],
  };

  it('is tried with every one of them', () => {
    const open = all.filter(([, { pages }]) => pages === 'person').map(([name]) => name);
    expect(Object.keys(attacks).sort()).toEqual(open.sort());
  });

  it('neither words nor calls of another, whoever asks', async () => {
    for (const who of ['carol', 'dana'] as const)
      for (const [name, bodies] of Object.entries(attacks))
        for (const body of bodies()) {
          const { status, text } = await ask(name, shown(browsers[who]), body);
          const what = `${who}: ${name} ${JSON.stringify(body)}: ${text}`;
          expect(status, what).toBeLessThan(500);
          expect(text, what).not.toContain(SECRET);
          expect(text, what).not.toContain('127.0.0.1:9/nobody');
          if (who === 'dana') expect(text, what).not.toMatch(/Arden|Birch|Cedar/);
        }
    const { text } = await ask('chat.describe', shown(browsers.bob), { as: 'Bob', chat: 999, description: 'x' });
    expect(text).toContain('They are not in that chat');
    const chat = await world.alice.ok('im.chat.get', { CHAT_ID: world.groupChatId });
    expect(JSON.stringify(chat)).not.toContain('taken over');
    const asked = await world.app.store.read((work) => work.lineSessions.findOpen(visitorChatId));
    expect(asked).toMatchObject({ state: 'queue', askedIds: [world.alice.id] });
  });

  it('and who is called by the number of another takes nothing from them', async () => {
    const { id } = await world.control('user.add', { name: String(world.bob.id) });
    const { status, text } = await ask('recent.list', shown(browsers.bob), { as: 'whoever' });
    expect({ status, text, id }).toMatchObject({ status: 200, text: expect.stringContaining('Team') });
  });
});
