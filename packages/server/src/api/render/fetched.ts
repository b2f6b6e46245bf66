import type { EventWatcher } from '#api/kernel/definition/event.ts';
import type { Application } from '#domain/application/application.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { FetchedEvent } from '#domain/event-queue/fetched-event.ts';
import type { Portal } from '#domain/portal.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { toIso } from '../kernel/call/time-block.ts';
import { definitionOf, userDefinitionOf } from '../terms/event/names.ts';
import { keyOfMessage, NO_PARTS } from '../terms/message/present-v2.ts';

/** For whom events are fetched. */
export interface Fetching {
  readonly work: Reading;
  readonly portal: Portal;
  readonly origin: string;
  readonly bot?: { readonly bot: Bot; readonly application: Application } | undefined;
  readonly person: User;
}

/** An event as it is fetched. */
export interface ToldEvent {
  readonly eventId: number;
  readonly type: string;
  readonly date: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Events as they are fetched; what they tell of that is gone is left out. */
export async function renderFetched(
  fetching: Fetching,
  events: readonly FetchedEvent[],
  onEvent?: EventWatcher,
): Promise<ToldEvent[]> {
  const made = await messagesOf(fetching.work, events);
  const told: ToldEvent[] = [];
  for (const one of events) {
    const { type, data } = (await dataOf({ ...fetching, made }, one, onEvent)) ?? {};
    if (type !== undefined && data) told.push({ eventId: one.number, type, date: toIso(one.at), data });
  }
  return told;
}

/** Those that they tell of, looked up at once: of most an event itself says all that there is to say. */
async function messagesOf(work: Reading, events: readonly FetchedEvent[]): Promise<Map<string, unknown>> {
  const made = new Map<string, unknown>();
  const ids = new Set<number>();
  for (const { event } of events) if ('message' in event) ids.add(event.message.id);
  // One is found by a statement that is prepared already.
  if (ids.size === 1) return made;
  for (const id of ids) made.set(keyOfMessage(id), NO_PARTS);
  for (const message of await work.messages.listWithParts([...ids])) made.set(keyOfMessage(message.id), message);
  return made;
}

async function dataOf(
  telling: Fetching & { readonly made: Map<string, unknown> },
  { event, receiverId }: FetchedEvent,
  onEvent: EventWatcher | undefined,
) {
  const { bot } = telling;
  const isOfBot = bot?.bot.receiverId === receiverId;
  const definition = isOfBot ? definitionOf(event.type, 'v2') : userDefinitionOf(event.type);
  // A definition is only ever found by the event that it tells of.
  const context = isOfBot ? { ...telling, ...bot, isFetched: true, event } : { ...telling, event };
  const data = await definition?.data(context as never);
  if (!definition || !data) return undefined;
  onEvent?.(definition, data);
  return { type: definition.name, data };
}
