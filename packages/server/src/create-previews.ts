import { LinkPreviews } from '#delivery/link-previews.ts';
import { createWebClient } from '#delivery/web-client.ts';
import { systemClock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';
import type { AppOptions } from './app-options.ts';
import { LinkPreviewer } from './link-previewer.ts';

export interface Previews {
  readonly found: LinkPreviews;
  readonly previewer: LinkPreviewer;
}

/** What shows under messages what stands behind their links, from the addresses that handlers may be at; undefined: it is off. */
export function createPreviews(store: Store, options: AppOptions): Previews | undefined {
  const { clock = systemClock, onError = () => undefined, production, networks = [], linkPreviews = false } = options;
  if (!linkPreviews) return undefined;
  const policy = { allowPrivate: !production, allowedNetworks: networks };
  const found = new LinkPreviews(createWebClient({ clock, policy }), clock);
  const previewer = new LinkPreviewer({ store, previews: found, onError: (error) => onError(error, 'previews') });
  store.onCommit((changes) => previewer.note(changes));
  return { found, previewer };
}
