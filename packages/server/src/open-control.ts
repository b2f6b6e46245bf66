import { PLACE_SCOPES } from '#api/terms/placement/places.ts';
import type { ControlledPortal } from '#control/controlled-portal.ts';
import { USUAL_SCOPE } from '#domain/webhook/usual-scope.ts';
import { type ControlOptions, controlRoutes } from '#http/control/routes.ts';
import type { WebServer } from '#http/web-server.ts';
import { systemClock } from '#kit/clock.ts';
import type { PageFeed } from '#live/updates/page-feed.ts';
import type { AppOptions } from './app-options.ts';
import type { openNotes } from './call-log.ts';
import type { createDelivery } from './create-delivery.ts';
import type { Origin } from './origin-at.ts';

interface ControlParts
  extends Pick<
    ControlledPortal,
    'portalId' | 'store' | 'hub' | 'registry' | 'faults' | 'passwords' | 'links' | 'settled'
  > {
  readonly notes: Awaited<ReturnType<typeof openNotes>>;
  readonly feed: PageFeed;
  readonly delivery: ReturnType<typeof createDelivery>;
  readonly origin: Origin;
}

/** What the command line and the pages ask of the portal. */
export function openControl(
  server: WebServer,
  { notes, feed, delivery, origin, ...parts }: ControlParts,
  { clock = systemClock, controlToken, publicUrl, place, onStopAsked, onError = () => undefined }: AppOptions,
): void {
  const { store, registry } = parts;
  const options: ControlOptions = {
    store,
    publicUrl,
    named: () => origin.named,
    address: () => origin.address,
    token: controlToken,
    ownOrigins: () => [origin.url, origin.address],
    portal: {
      ...parts,
      place,
      calls: notes.log,
      shown: feed.shown,
      delivery: delivery.interventions,
      clock,
      startedAt: clock.monotonic(),
      url: () => origin.url,
      pagesUrl: () => origin.pages,
      scopes: {
        known: [...new Set([...USUAL_SCOPE, ...registry.scopes(), ...PLACE_SCOPES])].sort(),
        usual: USUAL_SCOPE,
      },
      // After the answer to whoever asks.
      stop: () => setImmediate(onStopAsked ?? (() => undefined)),
      onError: (error) => onError(error, 'control'),
    },
  };
  server.addRoutes((routes) => controlRoutes(routes, options));
}
