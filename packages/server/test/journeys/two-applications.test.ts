import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Handler, type World } from '../world.ts';

let world: World;
let handler: Handler;
let botId: number;
let commandId: number;

/** The same webhook, two applications: it is CLIENT_ID that tells them apart (R11). */
const OURS = 'ours';
const THEIRS = 'theirs';

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  botId = await world.bot({ handler, code: 'our-bot', clientId: OURS });
  commandId = await command(OURS);
});
afterEach(() => world.close());

const LANG = [{ LANGUAGE_ID: 'en', TITLE: 'Ours' }];
const command = (clientId: string, person = world.alice) =>
  person.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'ours',
    EVENT_COMMAND_ADD: handler.url,
    LANG,
    CLIENT_ID: clientId,
  });

describe('another application', () => {
  it.each<[string, (ids: { botId: number; commandId: number; messageId: number }) => Record<string, unknown>, string]>([
    ['imbot.update', ({ botId }) => ({ BOT_ID: botId, FIELDS: { PROPERTIES: { NAME: 'Stolen' } } }), 'APP_ID_ERROR'],
    ['imbot.unregister', ({ botId }) => ({ BOT_ID: botId }), 'APP_ID_ERROR'],
    ['imbot.message.add', ({ botId }) => ({ BOT_ID: botId, DIALOG_ID: '2', MESSAGE: 'Trust me' }), 'APP_ID_ERROR'],
    [
      'imbot.message.update',
      ({ botId, messageId }) => ({ BOT_ID: botId, MESSAGE_ID: messageId, MESSAGE: 'Lies' }),
      'APP_ID_ERROR',
    ],
    ['imbot.message.delete', ({ botId, messageId }) => ({ BOT_ID: botId, MESSAGE_ID: messageId }), 'APP_ID_ERROR'],
    [
      'imbot.command.register',
      ({ botId }) => ({ BOT_ID: botId, COMMAND: 'more', EVENT_COMMAND_ADD: 'http://127.0.0.1:9/', LANG }),
      'APP_ID_ERROR',
    ],
    [
      'imbot.command.update',
      ({ commandId }) => ({ COMMAND_ID: commandId, FIELDS: { COMMAND: 'stolen' } }),
      'APP_ID_ERROR',
    ],
    ['imbot.command.unregister', ({ commandId }) => ({ COMMAND_ID: commandId }), 'APP_ID_ERROR'],
    [
      'imbot.command.answer',
      ({ commandId, messageId }) => ({ COMMAND_ID: commandId, MESSAGE_ID: messageId, MESSAGE: 'Mine' }),
      'APP_ID_ERROR',
    ],
  ])('cannot touch a bot and its command with %s', async (method, params, error) => {
    const messageId = await world.alice.ok('imbot.message.add', {
      BOT_ID: botId,
      DIALOG_ID: '2',
      MESSAGE: 'The truth',
      CLIENT_ID: OURS,
    });
    const answer = await world.alice.call(method, { ...params({ botId, commandId, messageId }), CLIENT_ID: THEIRS });
    expect(answer.body).toMatchObject({ error });
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: botId });
    expect(messages.map(({ text }: { text: string }) => text)).toEqual(['The truth']);
    expect(await world.alice.ok('imbot.bot.list')).toMatchObject({ [botId]: { NAME: 'our-bot' } });
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: '/ours still works' });
    await world.settled();
    expect(handler.events('ONIMCOMMANDADD')).toHaveLength(1);
  });

  it('cannot have the code of a bot that lives', async () => {
    const again = { CODE: 'our-bot', EVENT_HANDLER: handler.url, PROPERTIES: { NAME: 'Twin' }, CLIENT_ID: THEIRS };
    expect((await world.alice.call('imbot.register', again)).body).toMatchObject({ error: 'WRONG_REQUEST' });
  });

  it('hears nothing of the bots of the first, and is signed for with a token of its own', async () => {
    const ears = await world.handler();
    const theirs = await world.bot({ handler: ears, code: 'their-bot', clientId: THEIRS });
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'for ours' });
    await world.bob.ok('im.message.add', { DIALOG_ID: theirs, MESSAGE: 'for theirs' });
    await world.settled();
    const texts = (from: Handler) => from.events('ONIMBOTMESSAGEADD').map(({ data }) => data.PARAMS.MESSAGE);
    expect(texts(handler)).toEqual(['for ours']);
    expect(texts(ears)).toEqual(['for theirs']);
    const token = (from: Handler) => from.received[0]?.body.auth.application_token;
    expect(token(ears)).not.toBe(token(handler));
  });
});

describe('one application', () => {
  it('is one through the webhooks of two people, when they name the same CLIENT_ID', async () => {
    expect(await command(OURS, world.bob)).toBe(commandId);
    const messageId = await world.bob.ok('imbot.message.add', {
      BOT_ID: botId,
      DIALOG_ID: '3',
      MESSAGE: 'Written with Bob’s webhook',
      CLIENT_ID: OURS,
    });
    const { messages } = await world.carol.ok('im.dialog.messages.get', { DIALOG_ID: botId });
    expect(messages[0]).toMatchObject({ id: messageId, author_id: botId });
    expect(await world.bob.ok('imbot.unregister', { BOT_ID: botId, CLIENT_ID: OURS })).toBe(true);
  });

  it('is none without a CLIENT_ID', async () => {
    expect((await world.alice.call('imbot.unregister', { BOT_ID: botId })).body).toMatchObject({
      error: 'ACCESS_DENIED',
    });
    const sent = await world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: '2', MESSAGE: 'Who am I?' });
    expect(sent.body).toMatchObject({ error: 'APP_ID_ERROR' });
  });
});
