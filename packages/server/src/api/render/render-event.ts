import type { BotEvent } from '#domain/event.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { definitionOf } from '../terms/event/names.ts';
import { renderForBot } from './for-bot.ts';
import { renderForSubscriber, type SubscribedEvent } from './for-subscriber.ts';
import type { RenderedEvent } from './rendered.ts';

/**
 * Makes the body of an event, at the moment it is sent: what is secret or may have changed since (names, addresses)
 * is looked up now. undefined: nobody is there any more to hear of it.
 */
export async function renderEvent(
  work: UnitOfWork,
  recorded: SubscribedEvent,
  origin: string,
): Promise<RenderedEvent | undefined> {
  const definition = definitionOf(recorded.event.type);
  if (!definition) return undefined;
  return definition.tells === 'bot' && recorded.subscriptionId === null
    ? renderForBot(work, definition, recorded.receiverId, recorded.event as BotEvent, origin)
    : renderForSubscriber(work, definition, recorded, origin);
}
