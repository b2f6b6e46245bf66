import type { Notice, Tried } from '#delivery/delivery-options.ts';
import { reasonOf } from '#delivery/try-record.ts';
import type { Change } from '#domain/event.ts';
import type { Clock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { isSeenBy } from './audience.ts';
import { chatLabel } from './chat-label.ts';
import type { FeedDelivery, FeedItem, FeedNotice } from './feed-item.ts';
import type { Happening } from './happening.ts';
import type { Hub } from './hub.ts';
import { describeCall } from './noted-call.ts';
import { attachedLines, pressed, previewLines } from './plain-text.ts';
import { readPatiently } from './read-patiently.ts';
import { describeReceiver, nameForReceiver, nameOf } from './receiver-name.ts';

export interface Feed {
  /** Resolves when all that has happened so far is told. */
  idle(): Promise<void>;
  close(): void;
}

export interface FeedSource {
  readonly hub: Pick<Hub<Happening>, 'subscribe'>;
  readonly store: Store;
  readonly clock: Clock;
  /** Told of what could not be looked up. */
  readonly onError: (error: unknown) => void;
}

/**
 * Describes what happens from now on, in order, with names looked up.
 *
 * @param viewerId only what this user may see; undefined: everything, for the owner of the data
 */
export function openFeed(
  { hub, store, clock, onError }: FeedSource,
  tell: (item: FeedItem, happening: Happening) => void,
  viewerId?: number,
): Feed {
  let told = Promise.resolve();
  const close = hub.subscribe((happening) => {
    if (happening.kind === 'trying') return;
    const at = clock.now();
    told = told
      .then(() =>
        readPatiently(store, async (work) =>
          viewerId === undefined || (await isSeenBy(work, happening, viewerId))
            ? describe(work, happening, at)
            : undefined,
        ),
      )
      .then((item) => {
        if (item) tell(item, happening);
      })
      .catch(onError);
  });
  return { idle: () => told, close };
}

async function describe(
  work: Reading,
  happening: Exclude<Happening, { kind: 'trying' }>,
  at: number,
): Promise<FeedItem | undefined> {
  if (happening.kind === 'tried') return describeDelivery(work, happening.tried, at);
  if (happening.kind === 'call') return describeCall(work, happening.call, at);
  if (happening.kind === 'notice') return describeNotice(work, happening.notice, at);
  const { change } = happening;
  if (change.type === 'eventRecorded') {
    const { eventId: id, receiverId, lane: chatId } = change;
    const name = await nameForReceiver(work, receiverId, change.event);
    return { kind: 'event', at, id, chatId, ...(await describeReceiver(work, receiverId)), name };
  }
  if (change.type === 'notificationAdded') return describeNotification(work, change.notificationId, at);
  return change.type === 'messageAdded' || change.type === 'messageChanged' || change.type === 'messageDeleted'
    ? describeMessage(work, change, at)
    : undefined;
}

const WHAT = { messageAdded: 'added', messageChanged: 'changed', messageDeleted: 'deleted' } as const;

async function describeMessage(
  work: Reading,
  change: Extract<Change, { type: keyof typeof WHAT }>,
  at: number,
): Promise<FeedItem> {
  const message = await work.messages.findMessage(change.messageId);
  const authorId = message?.authorId ?? 0;
  return {
    kind: 'message',
    what: WHAT[change.type],
    at,
    id: change.messageId,
    chatId: change.chatId,
    chat: await chatLabel(work, change.chatId),
    authorId,
    author: await nameOf(work, authorId),
    text: message?.text ?? '',
    attach: [...attachedLines(message?.params.attach ?? []), ...previewLines(message?.params.preview)],
    buttons: (message?.params.keyboard?.BUTTONS ?? []).flatMap((button) =>
      'TEXT' in button ? [{ text: button.TEXT, does: pressed(button) }] : [],
    ),
    params: { ...message?.params },
  };
}

/** undefined: it was taken away at once. */
async function describeNotification(work: Reading, id: number, at: number): Promise<FeedItem | undefined> {
  const notification = await work.notifications.findNotification(id);
  if (!notification) return undefined;
  const { userId, authorId, text } = notification;
  return {
    kind: 'notification',
    at,
    id,
    userId,
    user: await nameOf(work, userId),
    authorId,
    author: await nameOf(work, authorId),
    text,
    attach: attachedLines(notification.attach ?? []),
  };
}

async function describeDelivery(work: Reading, { event, sent, end }: Tried, at: number): Promise<FeedDelivery> {
  const exchange = sent.kind === 'exchange' ? sent.exchange : undefined;
  const { words: error, cause } = reasonOf(sent);
  return {
    kind: 'delivery',
    at,
    eventId: event.id,
    chatId: event.lane,
    ...(await describeReceiver(work, event.receiverId)),
    name: await nameForReceiver(work, event.receiverId, event.event),
    to: sent.kind === 'exchange' ? new URL(sent.url).origin : '',
    result: end.kind,
    status: exchange?.kind === 'answered' ? exchange.status : null,
    error,
    cause,
    durationMs: Math.round(exchange?.durationMs ?? 0),
    retryAt: end.kind === 'again' ? end.at : null,
  };
}

async function describeNotice(work: Reading, notice: Notice, at: number): Promise<FeedNotice> {
  const told = await describeReceiver(work, notice.receiverId);
  const { receiver } = told;
  if (notice.kind === 'overflow') {
    const text = `Too many events wait for ${receiver}: the newest ${notice.count} were given up`;
    return { kind: 'notice', at, ...told, what: 'overflow', count: notice.count, until: null, text };
  }
  const { until } = notice;
  const text = `The handler of ${receiver} says that it is gone; the next try is at ${new Date(until).toISOString()}`;
  return { kind: 'notice', at, ...told, what: 'gone', count: null, until, text };
}
