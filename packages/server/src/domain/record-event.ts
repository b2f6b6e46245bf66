import type { UnitOfWork } from '../storage/unit-of-work.ts';
import type { Application } from './application/application.ts';
import type { Bot } from './bot/bot.ts';
import type { ApplicationEvent, BotEvent, PortalEvent } from './event.ts';

/** The lane of what happens in no chat. */
export const NO_CHAT = 0;

/** Puts an event into the bot's outbox, in the transaction of what caused it. */
export async function recordEvent(work: UnitOfWork, bot: Bot, lane: number, event: BotEvent): Promise<void> {
  const eventId = await work.events.record(bot.receiverId, lane, event, work.now);
  announce(work, bot.portalId, eventId, bot.receiverId, lane, event);
}

/**
 * Puts an event into the outbox of the application, once for each handler that it has bound to it; at `address`, too,
 * which is where it is told of its own installation before it could bind anything.
 */
export async function recordApplicationEvent(
  work: UnitOfWork,
  application: Application,
  event: ApplicationEvent,
  address?: string,
): Promise<void> {
  const { portalId } = application;
  const told = new Set<number>();
  for (const { id, receiverId } of await work.subscriptions.ofApplicationTo(application.id, event.type)) {
    told.add(receiverId);
    const eventId = await work.events.recordFor(id, receiverId, NO_CHAT, event, work.now);
    announce(work, portalId, eventId, receiverId, NO_CHAT, event);
  }
  if (!address) return;
  const receiver = await work.receivers.ensureReceiver({ portalId, kind: 'application', ref: application.id, address });
  if (told.has(receiver.id)) return;
  const eventId = await work.events.record(receiver.id, NO_CHAT, event, work.now);
  announce(work, portalId, eventId, receiver.id, NO_CHAT, event);
}

function announce(
  work: UnitOfWork,
  portalId: number,
  eventId: number,
  receiverId: number,
  lane: number,
  { type }: PortalEvent,
): void {
  work.announce({ type: 'eventRecorded', portalId, eventId, receiverId, lane, eventType: type });
}
