import type { Incoming } from '../incoming.ts';
import { type PlaceOptions, placeInBrowser } from '../place.ts';

/** Under which a browser knows us: as its request came in, or where we were told that we are reached. */
function ownOrigins(request: Incoming, options: PlaceOptions): string[] {
  return [undefined, options.publicUrl].map((publicUrl) => placeInBrowser(request, publicUrl).origin);
}

/**
 * Whether a request was sent by a page of ours. Browsers say where every form and every script's call comes from;
 * what says nothing is no browser, and was not made to send somebody's cookie by a page of another site.
 */
export function isFromOwnPage(request: Incoming, options: PlaceOptions): boolean {
  const { origin } = request.headers;
  return origin === undefined || ownOrigins(request, options).includes(origin);
}

/** Whether the browser that sent the request speaks HTTPS, be it with a proxy before us. */
export function isOverHttps(request: Incoming, { publicUrl }: PlaceOptions): boolean {
  // Said by a proxy that nobody named it keeps the cookie from plain HTTP, and does no more.
  if (request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https') return true;
  return publicUrl?.startsWith('https:') === true && new URL(publicUrl).host === request.headers.host;
}
