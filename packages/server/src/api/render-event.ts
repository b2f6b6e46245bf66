import { useRefusal } from '../domain/application/access-application.ts';
import type { Application, Handler } from '../domain/application/application.ts';
import type { BotEvent, PortalEvent } from '../domain/event.ts';
import { issueTokens } from '../domain/oauth/issue-tokens.ts';
import { buildPhpQuery } from '../kit/php-query/build.ts';
import type { UnitOfWork } from '../storage/unit-of-work.ts';
import { events } from './events.generated.ts';
import type { ApplicationEventDefinition, BotEventDefinition, EventDefinition } from './kernel/event.ts';
import { type Grant, presentApplicationAuth, presentEventAuth, presentPortalAuth } from './present/v1/event-auth.ts';

/** An event as it goes out: to where, and the whole body. */
export interface RenderedEvent {
  readonly name: string;
  readonly url: string;
  /** application/x-www-form-urlencoded with PHP brackets, all scalars as text. */
  readonly body: string;
  readonly contentType: string;
  /** What its signature is made with. */
  readonly secret: string;
}

/** What was put into the outbox, and for whom. */
export interface RecordedEvent {
  readonly receiverId: number;
  readonly event: PortalEvent;
  readonly subscriptionId: number | null;
}

const definitionOf = new Map(events.map((event) => [event.on, event]));

/**
 * Makes the body of an event, at the moment it is sent: what is secret or may have changed since (names, addresses)
 * is looked up now. undefined: nobody is there any more to hear of it.
 */
export async function renderEvent(
  work: UnitOfWork,
  recorded: RecordedEvent,
  origin: string,
): Promise<RenderedEvent | undefined> {
  const definition = definitionOf.get(recorded.event.type);
  if (!definition) return undefined;
  return definition.tells === 'bot'
    ? renderBotEvent(work, definition, recorded.receiverId, recorded.event as BotEvent, origin)
    : renderApplicationEvent(work, definition, recorded, origin);
}

async function renderBotEvent(
  work: UnitOfWork,
  definition: BotEventDefinition,
  receiverId: number,
  event: BotEvent,
  origin: string,
): Promise<RenderedEvent | undefined> {
  // Of what was on its way to a deleted bot, only the news of its end still goes out (R15).
  const bot = await (event.type === 'botDeleted'
    ? work.bots.findEverByReceiver(receiverId)
    : work.bots.findByReceiver(receiverId));
  const application = bot && (await work.applications.findApplication(bot.applicationId));
  const portal = bot && (await work.portals.findPortal(bot.portalId));
  const handler = bot && (await handlerOf(work, bot.applicationId, event));
  if (!application?.isInstalled || !portal || !handler) return undefined;
  const data = await definition.data({ work, event, bot, application, portal, origin });
  if (!data) return undefined;
  const body = {
    event: definition.name,
    event_handler_id: handler.id,
    data,
    ts: Math.floor(work.now / 1000),
    auth: presentEventAuth(
      { application, portal, origin },
      event.userId,
      await grantFor(work, application, event.userId, definition),
    ),
  };
  return rendered(definition.name, handler.url, body, application.applicationToken);
}

async function renderApplicationEvent(
  work: UnitOfWork,
  definition: ApplicationEventDefinition,
  { receiverId, event, subscriptionId }: RecordedEvent,
  origin: string,
): Promise<RenderedEvent | undefined> {
  const receiver = await work.receivers.findReceiver(receiverId);
  const application = receiver && (await work.applications.findApplication(receiver.ref));
  const portal = receiver && (await work.portals.findPortal(receiver.portalId));
  if (!application?.isInstalled || !portal) return undefined;
  const isBound = subscriptionId === null || (await work.subscriptions.findSubscription(subscriptionId)) !== undefined;
  // What an application subscribed to goes with it, and that it does so is news all the same.
  if ((!isBound || application.isRemoved) && event.type !== 'applicationRemoved') return undefined;
  const scene = { work, event, application, portal, origin } as Parameters<typeof definition.data>[0];
  const data = await definition.data(scene);
  if (!data) return undefined;
  const body = {
    event: definition.name,
    ...(subscriptionId !== null && { event_handler_id: subscriptionId }),
    data,
    ts: Math.floor(work.now / 1000),
    auth:
      definition.grants === 'nothing'
        ? presentPortalAuth(scene)
        : presentApplicationAuth(scene, await grantFor(work, application, event.userId, definition)),
  };
  return rendered(definition.name, receiver.address, body, application.applicationToken);
}

function rendered(name: string, url: string, body: Record<string, unknown>, secret: string): RenderedEvent {
  return { name, url, body: buildPhpQuery(body), contentType: 'application/x-www-form-urlencoded', secret };
}

/** What the application may do in the name of the user who caused an event. */
async function grantFor(
  work: UnitOfWork,
  application: Application,
  userId: number,
  { grants }: EventDefinition,
): Promise<Grant> {
  const user = application.kind === 'local' ? await work.users.findUser(userId) : undefined;
  const mayUse = user && !useRefusal(application, user);
  return { tokens: mayUse ? issueTokens(work, application, userId) : undefined, isRenewable: grants === 'refresh' };
}

async function handlerOf(work: UnitOfWork, applicationId: number, event: BotEvent): Promise<Handler | undefined> {
  if (event.type !== 'commandInvoked') return work.handlers.findBound(applicationId, event.type);
  const command = await work.commands.findCommand(event.commandId);
  return command && work.handlers.findHandler(command.handlerId);
}
