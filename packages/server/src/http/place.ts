import type { Place } from '#api/kernel/call/authenticate.ts';
import type { Incoming } from './incoming.ts';

export interface PlaceOptions {
  /** Where the portal is reached from outside, when that is not where it listens. */
  readonly publicUrl: string | undefined;
}

/** Where a request came in, as the caller sees it. */
export function placeOf(request: Incoming, { publicUrl }: PlaceOptions): Place {
  const host = request.headers.host ?? request.headers[':authority']?.toString() ?? 'localhost';
  return { host: hostname(host), origin: publicUrl ?? `${request.protocol}://${host}` };
}

/** Lower case and without the port. */
export function hostname(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}
