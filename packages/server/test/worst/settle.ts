import { openSession } from '#domain/sign-in/open-session.ts';
import { addPerson } from '#domain/user/add-person.ts';
import { done } from '#kit/outcome.ts';
import type { App } from '../../src/app.ts';
import { registerTestApplication } from '../test-application.ts';

/** What callers of a portal in use know. */
export interface Settled {
  readonly url: string;
  /** Path of Alice's webhook, with a slash at its end. */
  readonly webhook: string;
  /** Of an application, in Alice's name. */
  readonly token: string;
  readonly session: { readonly cookie: string; readonly csrf: string };
  readonly clientId: string;
  readonly botId: number;
  /** With many members, and long messages. */
  readonly chatId: number;
  readonly userIds: readonly number[];
}

/** Characters that a message can have; as many lines as a page of a history has. */
const LONGEST = 20_000;
const LINES = 50;

/** Brings in people, a bot, an application that keeps what it may, and a chat with long messages. */
export async function settle(app: App, people: number): Promise<Settled> {
  const { store, cast } = app;
  const [owner] = cast.webhooks;
  if (!owner) throw new Error('There is nobody in the portal');
  const userIds: number[] = [];
  await store.write(async (work) => {
    for (let i = 0; i < people; i += 1) {
      const draft = { name: `Person ${i}`, lastName: 'Worst', email: '', isAdmin: false, isExtranet: false };
      const added = await addPerson(work, cast.portalId, draft);
      if (added.ok) userIds.push(added.value.id);
    }
    return done(true);
  });
  const call = async (path: string, params: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${app.url}${path}`, { method: 'POST', headers, body: JSON.stringify(params) });
    const { result, ...rest } = (await response.json()) as { result?: unknown };
    if (result === undefined) throw new Error(`${path} answered ${JSON.stringify(rest)}`);
    return result;
  };
  const webhook = `/rest/${owner.userId}/${owner.code}/`;
  const botId = await call(`${webhook}imbot.register`, {
    CODE: 'worst',
    CLIENT_ID: 'worst',
    EVENT_HANDLER: 'http://127.0.0.1:9/',
    PROPERTIES: { NAME: 'Worst' },
  });
  const chatId = Number(await call(`${webhook}im.chat.add`, { TITLE: 'Worst', USERS: userIds.slice(0, 200) }));
  for (let i = 0; i < LINES; i += 1)
    await call(`${webhook}im.message.add`, { DIALOG_ID: `chat${chatId}`, MESSAGE: 'ä'.repeat(LONGEST) });
  const application = await registerTestApplication(app, { scope: ['im', 'imbot', 'user'] });
  const token = await application.token();
  for (let i = 0; i < 16; i += 1)
    await call('/rest/app.option.set', { auth: token, options: { [`option${i}`]: 'x'.repeat(60_000) } });
  const opened = await store.write(async (work) => {
    const user = await work.users.findUser(owner.userId);
    if (!user) throw new Error('Nobody has that webhook');
    return openSession(work, user);
  });
  return {
    url: app.url,
    webhook,
    token,
    session: { cookie: `botyard_session=${opened.token}`, csrf: opened.session.csrf },
    clientId: application.clientId,
    botId: Number(botId),
    chatId,
    userIds,
  };
}
