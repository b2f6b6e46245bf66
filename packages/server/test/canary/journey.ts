import { issueInvitation } from '#domain/sign-in/issue-invitation.ts';
import { addOutgoingWebhook } from '#domain/webhook/add-outgoing-webhook.ts';
import { comes } from '../scenes/events.ts';
import { browserOf, givePassword, userOf, visit } from '../scenes/sign-in.ts';
import type { TestApplication } from '../test-application.ts';
import type { Handler, World } from '../world.ts';
import type { Canaries } from './canaries.ts';

/** What was seen on the way, by where. */
export interface Seen {
  readonly where: string;
  readonly text: string;
}

/** An application with a bot that is heard in the group, and what it hears. */
export interface Program {
  readonly name: string;
  readonly application: TestApplication;
  readonly handler: Handler;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Everything that has to do with secrets, once: two applications, their bots, events that arrive and that do not, wrong
 * and right ways in, failures of ours. Answers with all that was told to anybody who gets no secrets, and to whom.
 */
export async function journey(world: World, canaries: Canaries): Promise<{ seen: Seen[]; programs: Program[] }> {
  const seen: Seen[] = [];
  const see = (where: string, text: unknown) => seen.push({ where, text: JSON.stringify(text) });
  const { alice, bob, carol } = world;
  for (const [name, { webhookUrl }] of Object.entries({ Alice: alice, Bob: bob, Carol: carol }))
    canaries.add(`the webhook of ${name}`, webhookUrl.split('/').at(-2) ?? '');
  world.app.hub.subscribe((happening) => see('what watchers see', happening));

  const programs = [await program(world, canaries, 'first'), await program(world, canaries, 'second')];
  const [first, second] = programs as [Program, Program];
  await speak(world, 'heard by both');

  // Handlers that fail and say back what they were told, as many do that show what went wrong in them.
  first.handler.answer = ({ raw, body }) => ({ status: 500, body: `${raw}\n${JSON.stringify(body)}` });
  second.handler.answer = ({ raw }) => ({ status: 400, body: 'x'.repeat(64 * 1024 - raw.length + 40) + raw });
  await speak(world, 'heard by nobody');
  for (let hour = 0; hour < 30; hour += 1) {
    world.clock.advance(DAY / 24);
    await world.settled();
  }
  for (const { handler } of programs) handler.answer = () => ({ status: 200 });
  await speak(world, 'heard again');

  await outgoing(world, canaries);
  await waysIn(world, canaries, see);
  await grants(world, canaries, first, see);
  await wrongCalls(world, first, see);
  await first.application.remove();
  await world.settled();
  // Each is another one, so that they are known only now.
  for (const { name, handler } of programs)
    for (const { raw } of handler.received)
      for (const [, token = ''] of raw.matchAll(/(?:access|refresh)_token%5D=([^&]+)/g))
        canaries.add(pendingEvents(name), token);
  return { seen, programs };
}

/** What tokens are called that stood in events for that program. */
export const pendingEvents = (name: string) => `a token told to the ${name}`;

async function program(world: World, canaries: Canaries, name: string): Promise<Program> {
  const application = await world.application({ title: name });
  canaries.add(`the client secret of the ${name}`, application.clientSecret);
  canaries.add(`the application token of the ${name}`, application.applicationToken);
  for (const person of [world.alice, world.bob]) {
    const { accessToken, refreshToken } = await application.tokens(person);
    canaries.add(`an access token of the ${name} for ${person.id}`, accessToken);
    canaries.add(`a refresh token of the ${name} for ${person.id}`, refreshToken);
  }
  const handler = await world.handler();
  const botId = await world.bot({ application, code: name, type: 'S', handler });
  await application.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: name,
    EVENT_COMMAND_ADD: handler.url,
    LANG: [{ LANGUAGE_ID: 'en', TITLE: name }],
  });
  await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [botId] });
  await world.settled();
  return { name, application, handler };
}

async function speak(world: World, text: string): Promise<void> {
  const DIALOG_ID = `chat${world.groupChatId}`;
  await world.bob.ok('im.message.add', { DIALOG_ID, MESSAGE: text });
  await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: `/first ${text}` });
  await world.settled();
}

/** Passwords right and wrong, invitations, sessions. */
async function waysIn(world: World, canaries: Canaries, see: (where: string, text: unknown) => void): Promise<void> {
  const right = canaries.add('the password of Bob', 'a right one: Zeppelin, cellar, 77');
  const wrong = canaries.add('a mistyped password', 'a wrong one: Zeppelin, cellar, 78');
  await givePassword(world, world.bob.id, right);
  for (const password of [wrong, right]) {
    const { text, status, cookie, location } = await visit(world, '/login', {
      form: { login: 'Bob', password, next: '/' },
    });
    see('the page after a login', { text, status, location });
    if (password === right) canaries.add('the cookie of Bob', /botyard_session=([^;]+)/.exec(cookie)?.[1] ?? '');
  }
  const browser = await browserOf(world, world.carol.id);
  canaries.add('the cookie of Carol', browser.cookie.split('=')[1] ?? '');
  canaries.add('what forms of Carol are known by', browser.csrf);
  await browser.call('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'from a page' });
  see('a call without what it is known by', await browser.call('profile', {}, { 'x-bitrix-csrf-token': 'no' }));
  const code = await world.app.store.write(async (work) => issueInvitation(work, await userOf(work, world.carol.id)));
  canaries.add('an invitation', code);
  const chosen = canaries.add('the password of Carol', 'chosen: harbour, lantern, 42');
  const form = { name: 'Carol', lastName: 'Cedar', email: '', password: chosen, again: 'not the same' };
  see('an invitation that is not accepted', (await visit(world, `/invite/${code}`, { form })).text);
  const accepted = await visit(world, `/invite/${code}`, { form: { ...form, again: chosen } });
  canaries.add('another cookie of Carol', /botyard_session=([^;]+)/.exec(accepted.cookie)?.[1] ?? '');
  see('an invitation that is over', (await visit(world, `/invite/${code}`)).text);
}

/** An address that hears of new people, and says back what it heard. */
async function outgoing(world: World, canaries: Canaries): Promise<void> {
  const handler = await world.handler();
  handler.answer = ({ raw }) => ({ status: 400, body: raw });
  const added = await world.app.store.write(async (work) =>
    addOutgoingWebhook(work, await userOf(work, world.alice.id), {
      title: 'Telling',
      address: handler.url,
      events: ['userAdded'],
    }),
  );
  if (!added.ok) throw new Error(added.reason);
  canaries.add('the token of an outgoing webhook', added.value.applicationToken);
  await comes(world, 'Eve');
  await world.settled();
}

/** Codes and tokens that are fetched, renewed, used again and taken back. */
async function grants(
  world: World,
  canaries: Canaries,
  { application }: Program,
  see: (where: string, text: unknown) => void,
): Promise<void> {
  const code = canaries.add('an authorization code', await application.code(world.bob));
  const exchange = (more = {}) => application.fetchTokens({ grant_type: 'authorization_code', code, ...more });
  see('a code with the wrong secret', await exchange({ client_secret: 'wrong' }));
  const { body } = await exchange();
  canaries.add('an access token for a code', body.access_token);
  const refresh_token = canaries.add('a refresh token for a code', body.refresh_token);
  const renewed = await application.fetchTokens({ grant_type: 'refresh_token', refresh_token });
  canaries.add('a renewed access token', renewed.body.access_token);
  canaries.add('a renewed refresh token', renewed.body.refresh_token);
  see('a code that is used again', await exchange());
  see('a token that is used again', await application.fetchTokens({ grant_type: 'refresh_token', refresh_token }));
  see('a code as a token', await application.fetchTokens({ grant_type: 'refresh_token', refresh_token: code }));
}

/** Calls that fail, with secrets where they belong and where they do not. */
async function wrongCalls(
  world: World,
  { application }: Program,
  see: (where: string, text: unknown) => void,
): Promise<void> {
  const { alice, app } = world;
  const token = await application.token();
  const code = alice.webhookUrl.split('/').at(-2);
  const failing = async (url: string, body: string, type = 'application/json') => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
    see(`the answer ${response.status}`, await response.text());
  };
  const secrets = JSON.stringify({ auth: token, code, secret: application.clientSecret });
  await failing(`${alice.webhookUrl}im.message.add`, '{"not": json');
  await failing(`${alice.webhookUrl}no.such.method`, secrets);
  await failing(`${alice.webhookUrl}im.message.add.xml`, secrets);
  await failing(`${app.url}/rest/2/${code}/profile`, secrets);
  await failing(`${app.url}/rest/profile?auth=${token}x`, '');
  await failing(`${app.url}/rest/${code}`, secrets);
  await failing(`${app.url}/nowhere/${code}?auth=${token}`, secrets);
  await failing(`${alice.webhookUrl}imbot.register`, secrets);
  await failing(`${alice.webhookUrl}batch`, JSON.stringify({ cmd: [`profile?auth=${token}`, `no.such?code=${code}`] }));
  // Now the store fails in the middle of a call, and of whatever else wants to look at it.
  await app.store.writeWith((session) => session.exec('alter table message rename to elsewhere'));
  await failing(`${alice.webhookUrl}im.message.add`, JSON.stringify({ DIALOG_ID: 2, MESSAGE: code, auth: token }));
  await app.store.writeWith((session) => session.exec('alter table elsewhere rename to message'));
}
