import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeUser } from '../scenes/people.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type Handler, post, type World } from '../world.ts';

let world: World;
let application: TestApplication;
let handler: Handler;
let botId: number;

beforeEach(async () => {
  world = await createWorld();
  [application, handler] = [await world.application(), await world.handler()];
  botId = await world.bot({ application, handler, code: 'first' });
});
afterEach(() => world.close());

const profileOf = async (auth: string) => (await post(`${world.app.url}/rest/profile`, { auth })).body.result;

describe('the bots of an application with tokens', () => {
  it('need no id where the first of them is meant (R12)', async () => {
    await world.bot({ application, handler, code: 'second' });
    await application.ok('imbot.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'From the first' });
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: botId });
    expect(messages[0]).toMatchObject({ author_id: botId, text: 'From the first' });
  });

  it('are its own, whichever CLIENT_ID a call brings along', async () => {
    const CLIENT_ID = 'somebody-else';
    expect(await application.ok('imbot.update', { BOT_ID: botId, CLIENT_ID, FIELDS: { CODE: 'renamed' } })).toBe(true);
    expect(
      await application.ok('imbot.register', {
        CODE: 'renamed',
        CLIENT_ID,
        EVENT_HANDLER: handler.url,
        PROPERTIES: { NAME: 'Again' },
      }),
    ).toBe(botId);
  });

  it('are out of the reach of a webhook that names its client id', async () => {
    const CLIENT_ID = application.clientId;
    const draft = { CODE: 'mine', CLIENT_ID, EVENT_HANDLER: handler.url, PROPERTIES: { NAME: 'Mine' } };
    for (const [method, params, error] of [
      ['imbot.register', draft, 'ACCESS_DENIED'],
      ['imbot.update', { BOT_ID: botId, FIELDS: { CODE: 'stolen' } }, 'ACCESS_DENIED'],
      ['imbot.unregister', { BOT_ID: botId }, 'ACCESS_DENIED'],
      ['imbot.message.add', { BOT_ID: botId, DIALOG_ID: '2', MESSAGE: 'Trust me' }, 'APP_ID_ERROR'],
      ['imbot.message.add', { DIALOG_ID: '2', MESSAGE: 'Trust me' }, 'BOT_ID_ERROR'],
    ] as const)
      expect((await world.alice.call(method, { ...params, CLIENT_ID })).body).toMatchObject({ error });
  });

  it('are out of the reach of another application, and so are bots behind webhooks', async () => {
    const other = await world.application();
    const behindWebhook = await world.bot({ code: 'webhook-bot' });
    for (const [caller, BOT_ID] of [
      [other, botId],
      [application, behindWebhook],
    ] as const) {
      const sent = await caller.call('imbot.message.add', { BOT_ID, DIALOG_ID: '2', MESSAGE: 'Trust me' });
      expect(sent.body).toMatchObject({ error: 'APP_ID_ERROR' });
    }
  });
});

describe('the tokens in an event', () => {
  const event = async (name = 'ONIMBOTMESSAGEADD') => {
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    return handler.events(name).at(-1);
  };

  it('are never those of a bot of another application, whatever that bot did', async () => {
    const other = await world.application();
    const otherBot = await world.bot({ application: other, code: 'other' });
    const chat = await world.alice.ok('im.chat.add', { USERS: [botId, otherBot] });
    await other.ok('imbot.message.add', { DIALOG_ID: `chat${chat}`, MESSAGE: `[USER=${botId}]You[/USER], hello` });
    await world.settled();
    const heard = handler.events('ONIMBOTMESSAGEADD').at(-1);
    expect(heard.auth).toMatchObject({ user_id: String(otherBot) });
    expect(heard.auth).not.toHaveProperty('access_token');
    expect(heard.auth).not.toHaveProperty('refresh_token');
    expect(await profileOf(heard.data.BOT[botId].access_token)).toMatchObject({ ID: String(botId) });
  });

  it('can be called at once: one as who acted, one as the bot', async () => {
    let answered: unknown;
    handler.answer = async ({ body }) => {
      if (body.event === 'ONIMBOTMESSAGEADD') {
        const { access_token: auth } = body.data.BOT[botId].AUTH;
        answered = (
          await post(`${body.auth.client_endpoint}imbot.message.add`, { auth, DIALOG_ID: '2', MESSAGE: 'hi' })
        ).body;
      }
      return { status: 200 };
    };
    const { auth, data } = await event();
    expect(answered).toMatchObject({ result: expect.any(Number) });
    expect(await profileOf(auth.access_token)).toMatchObject({ NAME: 'Bob' });
    expect(await profileOf(data.BOT[botId].access_token)).toMatchObject({ ID: String(botId) });
    expect(data.BOT[botId].AUTH.access_token).toBe(data.BOT[botId].access_token);
  });

  it('say how long they last and what they are for', async () => {
    const { auth, data } = await event();
    const now = Math.floor(world.clock.now() / 1000);
    const host = new URL(world.app.url).host;
    expect(auth).toMatchObject({
      expires: String(now + 3600),
      expires_in: '3600',
      user_id: '2',
      scope: 'im,imbot,user',
      status: 'L',
      domain: host,
      client_endpoint: `${world.app.url}/rest/`,
      server_endpoint: `${world.app.url}/rest/`,
      application_token: application.applicationToken,
    });
    expect(data.BOT[botId]).toMatchObject({
      user_id: String(botId),
      client_id: application.clientId,
      BOT_CODE: 'first',
    });
    expect(new Set([auth.refresh_token, data.BOT[botId].refresh_token]).size).toBe(2);
  });

  it('are made when it is sent, so that one which waited for an hour is still good', async () => {
    handler.answer = () => ({ status: 503 });
    await event();
    world.clock.advance(3_600_000);
    handler.answer = () => ({ status: 200 });
    await world.settled();
    expect(await profileOf(handler.events('ONIMBOTMESSAGEADD').at(-1)?.auth.access_token)).toMatchObject({
      NAME: 'Bob',
    });
  });

  it('are none of somebody who is gone or may not use the application', async () => {
    handler.answer = () => ({ status: 503 });
    await event();
    await changeUser(world, world.bob.id, { isActive: false });
    handler.answer = () => ({ status: 200 });
    world.clock.advance(10_000);
    await world.settled();
    const { auth, data } = handler.events('ONIMBOTMESSAGEADD').at(-1) ?? {};
    expect(auth).not.toHaveProperty('access_token');
    expect(auth).not.toHaveProperty('refresh_token');
    expect(auth.application_token).toBe(application.applicationToken);
    expect(await profileOf(data.BOT[botId].access_token)).toMatchObject({ ID: String(botId) });
  });

  it('are none where a bot was registered through a webhook', async () => {
    const id = await world.bot({ handler, code: 'behind-a-webhook' });
    await world.bob.ok('im.message.add', { DIALOG_ID: id, MESSAGE: 'hello' });
    await world.settled();
    expect(handler.received.at(-1)?.raw).not.toMatch(/access_token|refresh_token|expires/);
  });

  it('are not written down anywhere', async () => {
    const { auth, data } = await event();
    const attempts = await world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('attempt').selectAll()),
    );
    expect(attempts.length).toBeGreaterThan(0);
    for (const token of [
      auth.access_token,
      auth.refresh_token,
      data.BOT[botId].access_token,
      data.BOT[botId].refresh_token,
    ])
      expect(JSON.stringify(attempts)).not.toContain(token);
  });
});

describe('an application that is not installed yet', () => {
  it('hears nothing, and what happened meanwhile is not made up for', async () => {
    const withPages = await world.application({ isApiOnly: false });
    const ears = await world.handler();
    const early = await world.bot({ application: withPages, handler: ears, code: 'early' });
    await world.bob.ok('im.message.add', { DIALOG_ID: early, MESSAGE: 'too early' });
    await world.settled();
    expect(ears.received).toEqual([]);
    await withPages.finishInstallation();
    await world.bob.ok('im.message.add', { DIALOG_ID: early, MESSAGE: 'in time' });
    await world.settled();
    expect(ears.events('ONIMBOTMESSAGEADD').map(({ data }) => data.PARAMS.MESSAGE)).toEqual(['in time']);
  });
});

describe('removing an application', () => {
  it('takes its bots and commands out of the portal and tells of the end of each', async () => {
    await application.ok('imbot.command.register', {
      COMMAND: 'echo',
      EVENT_COMMAND_ADD: handler.url,
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo' }],
      BOT_ID: botId,
    });
    await application.remove();
    await world.settled();
    expect(await world.alice.ok('imbot.bot.list')).not.toHaveProperty(String(botId));
    const [told, ...more] = handler.events('ONIMBOTDELETE');
    expect(more).toEqual([]);
    expect(told).toMatchObject({ data: { BOT_ID: String(botId), BOT_CODE: 'first' } });
    expect(told?.auth).not.toHaveProperty('access_token');
    await world.bob.call('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: '/echo still there?' });
    await world.settled();
    expect(handler.events('ONIMCOMMANDADD')).toEqual([]);
  });

  it('and registering it again makes another one, with a client id and a secret of its own', async () => {
    await application.remove();
    const again = await world.application();
    expect(again.clientId).toMatch(/^local\.[0-9a-f]{14}\.\d{8}$/);
    expect(again.clientId).not.toBe(application.clientId);
    expect(again.clientSecret).not.toBe(application.clientSecret);
    await expect(world.bot({ application: again, handler, code: 'first' })).resolves.toBeGreaterThan(botId);
  });
});
