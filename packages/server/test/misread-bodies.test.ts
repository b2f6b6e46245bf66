import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ControlledWorld, createControlledWorld } from './controlled.ts';
import type { Answer } from './world.ts';

/*
 * JSON that is sent as a form: `curl -d` says so by itself, and it is what nearly everybody does first.
 */

let world: ControlledWorld;
beforeAll(async () => {
  world = await createControlledWorld();
});
afterAll(() => world.close());

const HINT = expect.stringContaining('send Content-Type: application/json');

/** As a form, whatever it is. */
async function answerTo(url: string, body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const MESSAGE = {
  DIALOG_ID: 'chat1',
  MESSAGE: 'a & b = c',
  KEYBOARD: [{ TEXT: 'Go', LINK: 'https://a.test/?b=c&d=[e]' }],
};

it.each([
  ['short', JSON.stringify(MESSAGE)],
  ['in lines', JSON.stringify(MESSAGE, undefined, 2)],
  ['after blanks of PHP', '{ "DIALOG_ID" : "chat1" }'],
])('is refused as documented, and says what is the matter: %s', async (_, body) => {
  expect(await answerTo(`${world.alice.webhookUrl}im.message.add`, body)).toMatchObject({
    status: 400,
    body: { error: 'USER_ID_EMPTY', error_details: HINT },
  });
});

it('says so to who has the token in it, and keeps what else is told', async () => {
  const auth = await (await world.application()).token();
  expect(await answerTo(`${world.app.url}/rest/profile`, JSON.stringify({ auth }))).toMatchObject({
    status: 401,
    body: { error: 'NO_AUTH_FOUND', error_details: HINT },
  });
  const { webhookUrl } = world.alice;
  const keyboard = `${webhookUrl}im.message.add?DIALOG_ID=1&MESSAGE=x&KEYBOARD[0][TEXT]=Off`;
  const { body } = await answerTo(keyboard, '{"a":1}');
  expect(body.error_details).toMatch(/button 1.*; the body is JSON/);
});

it('shows the same in the list of calls', async () => {
  await answerTo(`${world.alice.webhookUrl}imbot.v2.Bot.register`, '{"fields":{"code":"x"}}');
  await world.settled();
  const { calls } = await world.control('call.list', { method: 'imbot.v2.Bot.register' });
  expect(calls[0]?.details).toEqual([HINT]);
});

it('is told of no form', async () => {
  const { body } = await answerTo(`${world.alice.webhookUrl}im.message.add`, 'MESSAGE={"a":1}');
  expect(body).toMatchObject({ error: 'USER_ID_EMPTY' });
  expect(body).not.toHaveProperty('error_details');
});
