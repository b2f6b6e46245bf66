import type { IncomingMessage } from 'node:http';
import type { Place } from '#api/kernel/call/authenticate.ts';
import type { Incoming, ReadIncoming } from '../incoming.ts';
import { type PlaceOptions, placeOf } from '../place.ts';
import { bodyInHand } from './body.ts';
import { cutUrl, parseKnownPath, parseRestPath, type RestPath } from './path.ts';

/** A request of the REST interface, cut into its parts once. */
export interface SentRequest {
  readonly incoming: Incoming;
  readonly place: Place;
  /** undefined: the address is none of the REST interface. */
  readonly path: RestPath | undefined;
  /** What stands behind the question mark; empty: nothing. */
  readonly query: string;
  /** undefined: it is still on its way. */
  readonly body: Buffer | undefined;
}

export function sentRequest(
  request: IncomingMessage,
  options: PlaceOptions & { readonly readIncoming: ReadIncoming },
): SentRequest {
  const incoming = options.readIncoming(request);
  const { path, query } = cutUrl(request.url ?? '');
  return {
    incoming,
    place: placeOf(incoming, options),
    // A part of a longer address would keep all of that in memory.
    path: query === '' ? parseKnownPath(path) : parseRestPath(path),
    query,
    body: bodyInHand(request),
  };
}
