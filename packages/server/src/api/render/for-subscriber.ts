import type { Application } from '#domain/application/application.ts';
import type { ApplicationBotEvent, PortalEvent } from '#domain/event.ts';
import type { Portal } from '#domain/portal.ts';
import type { Receiver } from '#domain/receiver.ts';
import type { Subscription } from '#domain/subscription/subscription.ts';
import { canSee } from '#domain/user/access-user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { EventDefinition } from '../kernel/definition/event.ts';
import { presentEventAuth, presentPortalAuth } from '../terms/event/auth.ts';
import { grantFor } from '../terms/event/grant.ts';
import { type Address, type RenderedEvent, rendered } from './rendered.ts';

/** An event for somebody who asked for it, or for the address of an application that hears of its own installation. */
export interface SubscribedEvent {
  readonly receiverId: number;
  readonly event: PortalEvent;
  readonly subscriptionId: number | null;
  /** Where it was to go before its bot was taken over. */
  readonly variant?: { readonly earlier?: Address };
}

/** Ids of bound handlers count up from 1, and do not come this far. The sum fits into 32 bits, as SDKs may read it. */
const UNBOUND_FROM = 1_000_000_000;

interface Context {
  readonly work: Reading;
  readonly event: PortalEvent;
  readonly portal: Portal;
  readonly origin: string;
}

export async function renderForSubscriber(
  work: Reading,
  definition: EventDefinition,
  { receiverId, event, subscriptionId }: SubscribedEvent,
  origin: string,
): Promise<RenderedEvent | undefined> {
  const receiver = await work.receivers.findReceiver(receiverId);
  const portal = receiver && (await work.portals.findPortal(receiver.portalId));
  if (!receiver || !portal) return undefined;
  const context = { work, event, portal, origin };
  const subscription = subscriptionId === null ? undefined : await work.subscriptions.findSubscription(subscriptionId);
  if (subscriptionId !== null && !subscription && !outlivesSubscription(event)) return undefined;
  const letter =
    receiver.kind === 'webhook'
      ? await forWebhook(context, definition, receiver)
      : await forApplication(context, definition, receiver, subscription);
  const { name } = definition;
  // Every event names a handler (R37). An address that was never bound is known by its receiver.
  const handlerId = subscriptionId ?? UNBOUND_FROM + receiverId;
  return letter && rendered({ ...letter, name, url: receiver.address, handlerId, now: work.now });
}

/** What an application asked for goes with it or with its version, and that it does so is news all the same. */
function outlivesSubscription({ type }: PortalEvent): boolean {
  return type === 'applicationRemoved' || type === 'applicationUpdated';
}

async function forApplication(
  context: Context,
  definition: EventDefinition,
  { ref }: Receiver,
  subscription: Subscription | undefined,
) {
  const { work, event } = context;
  const application = await work.applications.findApplication(ref);
  if (!application?.isInstalled || (application.isRemoved && event.type !== 'applicationRemoved')) return undefined;
  if (!(await isInSight(work, event, subscription))) return undefined;
  const data = await dataOf({ ...context, application }, definition);
  if (!data) return undefined;
  const userId = subscription?.userId || event.userId;
  return { data, auth: await authOf(context, definition, application, userId), secret: application.applicationToken };
}

/** Through an application, too, an outside guest hears only of people whom they may know of. */
async function isInSight(work: Reading, event: PortalEvent, subscription: Subscription | undefined) {
  if (event.type !== 'userAdded' || !subscription?.userId) return true;
  const [viewer, person] = [await work.users.findUser(subscription.userId), await work.users.findUser(event.personId)];
  return viewer !== undefined && person !== undefined && canSee(work, viewer, person);
}

/** A definition is only ever found by the event that it tells of; applications have all that one may look at. */
async function dataOf(context: Context & { readonly application?: Application }, definition: EventDefinition) {
  if (definition.tells !== 'bot') return definition.data(context as never);
  const { botId, type } = context.event as ApplicationBotEvent;
  const bot = await (type === 'botDeleted' ? context.work.bots.findBotEver(botId) : context.work.bots.findBot(botId));
  return bot && definition.data({ ...context, bot } as never);
}

async function authOf(
  { work, portal, origin }: Context,
  definition: EventDefinition,
  application: Application,
  userId: number,
) {
  const from = { application, portal, origin };
  if (definition.grants === 'nothing') return presentPortalAuth(portal, origin, application.applicationToken);
  const grant = await grantFor(work, application, userId, definition);
  return presentEventAuth(from, userId, grant);
}

/** Outgoing webhooks hear what is open to anybody, and get nothing to call with. */
async function forWebhook(context: Context, definition: EventDefinition, { ref }: Receiver) {
  const { work, portal, origin } = context;
  const webhook = definition.tells === 'anybody' && (await work.outgoingWebhooks.findWebhook(ref));
  const data = webhook && (await dataOf(context, definition));
  if (!webhook || !data) return undefined;
  const { applicationToken } = webhook;
  return { data, auth: presentPortalAuth(portal, origin, applicationToken), secret: applicationToken };
}
