import type { EventDefinition, EventWatcher } from '#api/kernel/definition/event.ts';
import type { BotEvent } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { definitionOf } from '../terms/event/names.ts';
import { renderForBot, type TO_BE_FETCHED } from './for-bot.ts';
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
  onEvent?: EventWatcher,
): Promise<RenderedEvent | typeof TO_BE_FETCHED | undefined> {
  const { event, receiverId, subscriptionId, variant } = recorded;
  const { earlier } = variant ?? {};
  const bot = subscriptionId === null ? await work.bots.findEverByReceiver(receiverId) : undefined;
  const known = definitionOf(event.type, earlier ? 'v1' : (bot?.generation ?? 'v1'));
  if (!known) return undefined;
  const definition = onEvent ? watched(known, onEvent) : known;
  return definition.tells === 'bot' && subscriptionId === null
    ? renderForBot(work, definition, { receiverId, event: event as BotEvent, earlier }, origin)
    : renderForSubscriber(work, definition, recorded, origin);
}

function watched(definition: EventDefinition, onEvent: EventWatcher): EventDefinition {
  const data = async (context: never) => {
    const told = await definition.data(context);
    if (told) onEvent(definition, told);
    return told;
  };
  return { ...definition, data };
}
