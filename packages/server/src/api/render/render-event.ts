import type { EventDefinition, EventWatcher } from '#api/kernel/definition/event.ts';
import type { BotEvent } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { definitionOf } from '../terms/event/names.ts';
import { renderForBot } from './for-bot.ts';
import { renderForSubscriber, type SubscribedEvent } from './for-subscriber.ts';
import type { RenderedEvent } from './rendered.ts';

/**
 * Makes the body of an event, at the moment it is sent: what is secret or may have changed since (names, addresses)
 * is looked up now. undefined: nobody is there any more to hear of it.
 */
export async function renderEvent(
  work: Reading,
  recorded: SubscribedEvent,
  origin: string,
  onTold?: EventWatcher,
): Promise<RenderedEvent | undefined> {
  const known = definitionOf(recorded.event.type);
  if (!known) return undefined;
  const definition = onTold ? watched(known, onTold) : known;
  return definition.tells === 'bot' && recorded.subscriptionId === null
    ? renderForBot(work, definition, recorded.receiverId, recorded.event as BotEvent, origin)
    : renderForSubscriber(work, definition, recorded, origin);
}

function watched(definition: EventDefinition, onTold: EventWatcher): EventDefinition {
  const data = async (scene: never) => {
    const told = await definition.data(scene);
    if (told) onTold(definition, told);
    return told;
  };
  return { ...definition, data };
}
