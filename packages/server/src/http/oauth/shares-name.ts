import type { Application } from '#domain/application/application.ts';
import type { Incoming } from '../incoming.ts';
import { placeInBrowser } from '../place.ts';

/**
 * Whether a browser that sent this request would send the same cookies to the application: where one is registered that
 * is refused, but a portal can come to be reached by another name later.
 */
export function sharesName(
  { handlerUrl, installUrl }: Application,
  request: Incoming,
  opened: readonly string[] = [],
): boolean {
  const { host } = placeInBrowser(request, undefined);
  return [handlerUrl, installUrl, ...opened].some((address) => address !== '' && new URL(address).hostname === host);
}
