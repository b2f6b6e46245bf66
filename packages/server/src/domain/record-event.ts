import type { UnitOfWork } from '../storage/unit-of-work.ts';
import type { BotEvent } from './event.ts';

/** Puts an event into the bot's outbox, in the transaction of what caused it. */
export async function recordEvent(
  work: UnitOfWork,
  portalId: number,
  botId: number,
  lane: number,
  event: BotEvent,
): Promise<void> {
  const eventId = await work.events.record(botId, lane, event, work.now);
  work.announce({ type: 'eventRecorded', portalId, eventId, botId, lane, eventType: event.type });
}
