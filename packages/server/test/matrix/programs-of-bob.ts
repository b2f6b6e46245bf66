import type { TestApplication } from '../test-application.ts';
import type { World } from '../world.ts';
import { type Door, result, type Send, through } from './calls.ts';
import { makeThings } from './make-things.ts';
import { newField } from './new-field.ts';
import { EVERY_SCOPE, newWebhook } from './new-webhook.ts';
import { lineOpener } from './open-line.ts';
import { mark, type Owner, type Things } from './things.ts';

/** Somebody, and the names that they show. */
interface Other {
  readonly who: string;
  readonly send: Send;
  readonly clientId?: string | undefined;
  readonly botToken?: string | undefined;
}

export interface Theirs {
  readonly things: Things;
  /** Who else may not touch them, though the person behind it is Bob himself. */
  readonly others: readonly Other[];
}

/** One behind a webhook, one with a token and one with a bot token, with what belongs to them, and what is nobody else's business. */
export async function programsOfBob(
  world: World,
  here: Door,
): Promise<{ readonly theirs: readonly Theirs[]; readonly secrets: readonly string[] }> {
  const { alice, bob } = world;
  const { portalId } = world.app.cast;
  const bobAs = {
    person: bob.id,
    firstName: 'Bob',
    email: 'bob@example.com',
    subordinate: undefined,
    ...(await newField(world, portalId, 'theirs', bob.id)),
    field: undefined,
    newcomer: alice.id,
    department: undefined,
    workgroup: undefined,
    openLine: lineOpener(world, portalId),
  };
  const webhook = await newWebhook(world, bob.id, { scope: EVERY_SCOPE });
  const behindWebhook = {
    ...bobAs,
    proof: 'webhook',
    name: 'theirs',
    clientId: 'their-secret-app',
    send: through(here, webhook),
  } as const;
  const application = await world.application({ scope: EVERY_SCOPE, title: `${mark({ name: 'tokened' })} title` });
  const token = await application.token(bob);
  const withToken = {
    ...bobAs,
    proof: 'oauth',
    name: 'tokened',
    clientId: application.clientId,
    send: through(here, '', token),
  } as const;
  const withBotToken = {
    ...behindWebhook,
    proof: 'botToken',
    name: 'bottokened',
    clientId: 'their-secret-second-app',
    botToken: 'their secret bot token',
  } as const;
  const another = await world.application({ scope: EVERY_SCOPE });
  const anotherApplication = through(here, '', await another.token(bob));
  const inHand = await keepThings(application, withToken);
  const theirs = [
    {
      things: await makeThings(behindWebhook),
      others: [
        { who: 'another program behind the webhook', send: behindWebhook.send, clientId: 'another-app' },
        { who: 'a nameless program behind the webhook', send: behindWebhook.send },
        { who: 'an application that calls itself so', send: anotherApplication, clientId: behindWebhook.clientId },
      ],
    },
    {
      things: { ...(await makeThings(withToken)), ...inHand },
      others: [
        {
          who: 'a program behind a webhook that calls itself so',
          send: behindWebhook.send,
          clientId: withToken.clientId,
        },
        { who: 'another application', send: anotherApplication, clientId: withToken.clientId },
      ],
    },
    {
      things: await bySecondBot(withBotToken),
      others: [
        { who: 'another bot token behind the webhook', send: behindWebhook.send, botToken: 'another bot token' },
        // A bot token and what a program calls itself are two owners, even when they are spelled the same (V5).
        {
          who: 'a program that calls itself by the bot token',
          send: behindWebhook.send,
          clientId: withBotToken.botToken,
        },
        // A token of an application says who calls: a bot token beside it says nothing (V1).
        { who: 'an application that shows the bot token', send: anotherApplication, botToken: withBotToken.botToken },
      ],
    },
  ];
  const named = await world.app.store.read((work) =>
    work.applications.findByClientId(portalId, behindWebhook.clientId),
  );
  const secrets = [
    mark(behindWebhook),
    mark(withToken),
    behindWebhook.clientId,
    withToken.clientId,
    named?.applicationToken ?? 'no token',
    application.applicationToken,
    application.clientSecret,
    token,
    webhook.split('/')[1] ?? 'no code',
    inHand.process,
    mark(withBotToken),
    withBotToken.clientId,
    withBotToken.botToken,
  ];
  return { theirs, secrets };
}

/** What is theirs, with the bot of generation 2 in the place of the other. */
async function bySecondBot(owner: Owner): Promise<Things> {
  const things = await makeThings(owner);
  return { ...things, bot: things.secondBot ?? things.bot };
}

interface InHand {
  readonly process_id: string;
  readonly events: readonly [{ readonly ID: string; readonly MESSAGE_ID: string }];
}

/** Settings, handlers, and events that wait to be fetched; answers which of them it has in hand, and by which name. */
async function keepThings(
  application: TestApplication,
  owner: Owner,
): Promise<Pick<Things, 'process' | 'record' | 'recordMessage'>> {
  const text = mark(owner);
  await application.ok('app.option.set', { options: { [owner.name]: `${text} setting` } });
  await result(owner.send, 'user.option.set', { options: { [owner.name]: `${text} setting` } });
  await application.ok('event.bind', { event: 'ONAPPTEST', handler: `http://127.0.0.1:9/${text}` });
  await application.ok('event.bind', { event: 'ONAPPTEST', event_type: 'offline' });
  await application.ok('event.test', { what: `${text} in hand` });
  const { process_id: process, events }: InHand = await application.ok('event.offline.get', { clear: 0 });
  await application.ok('event.test', { what: `${text} in the queue` });
  return { process, record: Number(events[0].ID), recordMessage: events[0].MESSAGE_ID };
}
