import { renderEvent } from '#api/render/render-event.ts';
import { whyNobody } from '#api/render/why-nobody.ts';
import { Delivery } from '#delivery/delivery.ts';
import { createHandlerClient } from '#delivery/handler-client.ts';
import { capUnfetchedEvents } from '#domain/bot/cap-unfetched-events.ts';
import { expireUnfetchedEvents } from '#domain/bot/expire-unfetched-events.ts';
import { settleStrayedEvents } from '#domain/bot/settle-strayed-events.ts';
import { tellOfDisabled, tellOfLateBots, tellOfOverflow } from '#domain/bot/tell-owner.ts';
import { forgetUnsentFiles } from '#domain/file/remove-file.ts';
import { emptyLeftovers } from '#domain/leftover/leave-behind.ts';
import { forgetAbandonedEvents } from '#domain/offline-event/forget-abandoned-events.ts';
import { forgetUnfetchedEvents } from '#domain/offline-event/forget-unfetched-events.ts';
import { systemClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import type { Store } from '#storage/store.ts';
import type { AppOptions } from './app-options.ts';
import type { Origin } from './origin-at.ts';

/** What takes the events of a store to their handlers, as soon as they are committed; it is still to be started. */
export function createDelivery(store: Store, hub: Hub<Happening>, origin: Origin, options: AppOptions): Delivery {
  const { clock = systemClock, random = systemRandom, onError = () => undefined } = options;
  const delivery = new Delivery({
    store,
    clock,
    random,
    client: createHandlerClient({
      clock,
      policy: { allowPrivate: !options.production, allowedNetworks: options.networks ?? [] },
      // A handler that somebody develops on this machine has a certificate of its own making.
      trust: { anyOnLoopback: !options.production },
    }),
    render: (work, pending) => renderEvent(work, pending, origin.url, options.onEvent),
    whyNobody,
    isAlone: true,
    chores: [
      emptyLeftovers,
      forgetAbandonedEvents,
      forgetUnfetchedEvents,
      expireUnfetchedEvents,
      capUnfetchedEvents,
      settleStrayedEvents,
      forgetUnsentFiles,
      tellOfLateBots,
    ],
    onTrying: (event) => hub.publish({ kind: 'trying', event }),
    onTried: (tried) => hub.publish({ kind: 'tried', tried }),
    onNotice(notice) {
      hub.publish({ kind: 'notice', notice });
      const told = store.write((work) =>
        notice.kind === 'overflow'
          ? tellOfOverflow(work, notice.receiverId, notice.count)
          : tellOfDisabled(work, notice.receiverId, notice.until),
      );
      told.catch((error: unknown) => onError(error, 'delivery'));
    },
    onError: (error) => onError(error, 'delivery'),
  });
  store.onCommit((changes) => {
    for (const change of changes) {
      if (change.type === 'eventRecorded' && !change.isFetched) delivery.take(change);
      // Nothing but to read anew: what was moved has smaller ids than what was read last.
      if (change.type === 'receiverSwitched')
        delivery.interventions
          .change(change.receiverId, async () => undefined)
          .catch((error: unknown) => onError(error, 'delivery'));
      if (change.type === 'leftBehind') delivery.sweep();
      if (change.type === 'receiverSetUp')
        delivery.interventions.mend(change.receiverId).catch((error: unknown) => onError(error, 'delivery'));
      hub.publish({ kind: 'change', change });
    }
  });
  return delivery;
}
