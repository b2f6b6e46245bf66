import { methods } from '../../src/api/methods.generated.ts';
import type { User } from '../../src/domain/user/user.ts';
import { issueWebhook, type NewWebhook } from '../../src/domain/webhook/issue-webhook.ts';
import type { UnitOfWork } from '../../src/storage/unit-of-work.ts';
import { person } from '../portal-in-store.ts';
import { createWorld, type World } from '../world.ts';
import { type Door, result, type Send, through } from './calls.ts';
import type { added } from './snapshot.ts';
import { makeThings, mark, type Owner, type Things } from './things.ts';

const SCOPE = [...new Set(methods.flatMap(({ scope }) => scope))];
const ELSEWHERE = 'elsewhere.test';

/** Carol, who tries; Bob, whose things are none of her business; Eve, who is on another portal; and what each has. */
export interface Stage {
  readonly world: World;
  /** Carol's own program. */
  readonly me: Owner;
  readonly mine: Things;
  readonly theirs: Things;
  readonly elsewhere: Things;
  /** What was Carol's until it was deleted. */
  readonly gone: Partial<Things>;
  /** Who else may not touch what Bob's application owns, though the person behind it is Bob himself. */
  readonly otherPrograms: readonly {
    readonly who: string;
    readonly send: Send;
    readonly clientId?: string | undefined;
  }[];
  /** Text that no answer to Carol may show. */
  readonly secrets: readonly string[];
  /** Ways in that are shut, by what is wrong with them. */
  readonly shut: readonly ShutDoor[];
}

export interface ShutDoor {
  readonly why: string;
  readonly send: Send;
  readonly answer: { readonly status: number; readonly error: string };
}

export async function setStage(): Promise<Stage> {
  const world = await createWorld();
  const here: Door = { url: world.app.url, host: 'here.test' };
  const there: Door = { url: world.app.url, host: ELSEWHERE };
  const { alice, bob, carol } = world;
  const code = (id: number, more?: Partial<NewWebhook>) =>
    world.app.store.write(async (work) => newCode(work, await work.users.findUser(id), more));
  const [eve, elsewhereCode] = await world.app.store.write(makePortal);
  const bobs = await code(bob.id);
  const me: Owner = {
    name: 'mine',
    person: carol.id,
    firstName: 'Carol',
    newcomer: alice.id,
    send: through(here, await code(carol.id)),
    clientId: 'my-app',
  };
  const they = {
    ...me,
    name: 'theirs',
    person: bob.id,
    firstName: 'Bob',
    send: through(here, bobs),
    clientId: 'their-secret-app',
  };
  const others = {
    person: eve,
    firstName: 'Eve-elsewhere',
    newcomer: eve,
    send: through(there, elsewhereCode),
    clientId: 'elsewhere-app',
  };
  const mine = await makeThings(me);
  const theirs = await makeThings(they);
  const elsewhere = await makeThings({ ...others, name: 'elsewhere' });
  const gone = await makeGone({ ...me, name: 'gone' });
  await world.settled();
  return {
    world,
    me,
    mine,
    theirs,
    elsewhere,
    gone,
    otherPrograms: [
      { who: 'another program of the same person', send: they.send, clientId: 'another-app' },
      { who: 'a nameless program of the same person', send: they.send },
    ],
    secrets: [
      mark({ name: 'theirs' }),
      'elsewhere',
      'their-secret-app',
      bobs.split('/')[1] ?? '',
      ...(await tokensOf(world)),
    ],
    shut: await shutDoors(world, here, there, code, elsewhereCode),
  };
}

async function newCode(work: UnitOfWork, owner: User | undefined, more: Partial<NewWebhook> = {}): Promise<string> {
  if (!owner) throw new Error('Nobody is there to have a webhook');
  const { code } = await issueWebhook(work, owner, { scope: SCOPE, title: 'For the matrix', ...more });
  return `${owner.id}/${code}`;
}

/** A second portal, at a host of its own, with Eve in it. */
async function makePortal(work: UnitOfWork): Promise<[number, string]> {
  const portalId = await work.portals.insertPortal({
    memberId: 'e'.repeat(32),
    language: 'en',
    now: work.now,
    host: ELSEWHERE,
  });
  const eve = await work.users.insertUser(person(portalId, 'Eve-elsewhere'), work.now);
  return [eve.id, await newCode(work, eve)];
}

/** A bot with all that belongs to it, and then none of it. */
async function makeGone(owner: Owner): Promise<Partial<Things>> {
  const { bot, command, message, botMessage } = await makeThings(owner);
  const { send, clientId: CLIENT_ID } = owner;
  await result(send, 'im.message.delete', { MESSAGE_ID: message });
  await result(send, 'imbot.message.delete', { BOT_ID: bot, MESSAGE_ID: botMessage, COMPLETE: 'Y', CLIENT_ID });
  await result(send, 'imbot.unregister', { BOT_ID: bot, CLIENT_ID });
  return { bot, command, message, botMessage };
}

/** What the other applications sign with. */
async function tokensOf({ app }: World): Promise<string[]> {
  return app.store.read(async (work) => {
    const tokens = [];
    for (const [portalId, clientId] of [
      [1, 'their-secret-app'],
      [2, 'elsewhere-app'],
    ] as const) {
      const application = await work.applications.findByClientId(portalId, clientId);
      if (!application) throw new Error(`There is no application ${clientId}`);
      tokens.push(application.applicationToken);
    }
    return tokens;
  });
}

async function shutDoors(
  { app, carol, bob }: World,
  here: Door,
  there: Door,
  code: (id: number, more?: Partial<NewWebhook>) => Promise<string>,
  elsewhereCode: string,
): Promise<ShutDoor[]> {
  const carols = await code(carol.id);
  const revoked = await code(carol.id, { title: 'Revoked' });
  await app.store.writeWith((session) => session.exec("update webhook set revoked_at = 1 where title = 'Revoked'"));
  const dismissed = await app.store.write(async (work) => {
    const zoe = await work.users.insertUser(person(1, 'Zoe', { isActive: false }), work.now);
    return newCode(work, zoe);
  });
  const unknown = { status: 401, error: 'NO_AUTH_FOUND' };
  const shut = (why: string, credentials: string, door = here): ShutDoor => ({
    why,
    send: through(door, credentials),
    answer: unknown,
  });
  return [
    shut('no credentials at all', ''),
    shut('a wrong code', `${carol.id}/wrong`),
    shut('the code of another person', `${bob.id}/${carols.split('/')[1]}`),
    shut('a webhook that has expired', await code(carol.id, { expiresAt: 1 })),
    shut('a webhook that was revoked', revoked),
    shut('the webhook of a dismissed person', dismissed),
    shut('a webhook of another portal', elsewhereCode),
    shut('a webhook at another portal', carols, there),
    {
      why: 'a webhook without the scope',
      send: through(here, await code(carol.id, { scope: ['none'] })),
      answer: { status: 403, error: 'insufficient_scope' },
    },
  ];
}

/** Of the rows that were added, those that belong to a thing of somebody else's. */
export function othersTouched({ theirs, elsewhere }: Stage, rows: ReturnType<typeof added>): string[] {
  const others: Readonly<Record<string, readonly unknown[]>> = {
    chat_id: [theirs.chat, theirs.botChat, elsewhere.chat, elsewhere.botChat],
    bot_id: [theirs.bot, elsewhere.bot],
    user_id: [theirs.bot, elsewhere.bot, elsewhere.person],
    author_id: [theirs.person, theirs.bot, elsewhere.bot, elsewhere.person],
    message_id: [theirs.message, theirs.botMessage, elsewhere.message, elsewhere.botMessage],
    command_id: [theirs.command, elsewhere.command],
  };
  return rows.flatMap(([text, row]) =>
    Object.entries(row).some(([column, value]) => others[column]?.includes(value)) ? [text] : [],
  );
}
