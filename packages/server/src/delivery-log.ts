import type { Log } from '#kit/log.ts';
import { Occasionally } from '#kit/occasionally.ts';
import { type FeedSource, openFeed } from '#live/feed.ts';
import type { FeedItem } from '#live/feed-item.ts';
import type { Happening } from '#live/happening.ts';

/** Tells the log of events that were given up, and of receivers whose owner should do something. */
export function logDeliveries({ hub, clock, ...source }: FeedSource, log: Log): void {
  const occasionally = new Occasionally(clock);
  const subscribe = (listener: (happening: Happening) => void) =>
    hub.subscribe((happening) => {
      if (happening.kind === 'notice') listener(happening);
      if (happening.kind !== 'tried' || happening.tried.end.kind !== 'dead') return;
      const { receiverId } = happening.tried.event;
      occasionally.tell(
        `receiver ${receiverId}`,
        () => listener(happening),
        (count) =>
          log.warn(`Gave up ${count} more events for receiver ${receiverId} within a minute`, { receiverId, count }),
      );
    });
  openFeed({ ...source, clock, hub: { subscribe } }, (item) => tell(item, log));
}

function tell(item: FeedItem, log: Log): void {
  if (item.kind === 'notice') log.warn(item.text, { receiverId: item.receiverId });
  if (item.kind !== 'delivery') return;
  const { eventId, receiverId, receiver, name, to, status, error, chatId } = item;
  const reason = error ?? (status === null ? 'its body could not be made' : `answered ${status}`);
  log.warn(
    `Gave up event ${eventId} (${name}) for ${receiver} (receiver ${receiverId})${to === '' ? '' : ` at ${to}`}: ${reason}`,
    { eventId, event: name, receiverId, receiver, to, chatId, reason },
  );
}
