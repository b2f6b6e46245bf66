import type { Place } from '#api/kernel/call/authenticate.ts';
import { keepingAnswers } from '#kit/keeping-answers.ts';
import { OWN_NAME } from '#kit/page-origin.ts';
import type { Incoming } from './incoming.ts';

export interface PlaceOptions {
  /** Where the portal is reached from outside, when that is not where it listens. */
  readonly publicUrl: string | undefined;
  /** Where programs are told that it is, by whatever name they came; undefined: where each of them came in. */
  readonly named: () => string | undefined;
  /** Where it listens, for programs on the same machine. */
  readonly address: () => string;
}

/** Where the portal is, for who sent the request: only browsers find the name that pages have on their own machine. */
export function placeOf(request: Incoming, { named, address }: PlaceOptions): Place {
  const seen = placeInBrowser(request, undefined);
  return { host: seen.host, origin: named() ?? (seen.host === OWN_NAME ? address() : seen.origin) };
}

/** Where a request came in, as the browser that sent it sees it. */
export function placeInBrowser({ headers, protocol }: Incoming, publicUrl: string | undefined): Place {
  const host = headers.host ?? headers[':authority']?.toString() ?? 'localhost';
  return { host: hostname(host), origin: publicUrl ?? `${protocol}://${host}` };
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether the header Host names this machine: a page of another site can have a name of its own lead to it. */
export function isLoopbackName(host: string): boolean {
  return LOOPBACK.includes(hostname(host));
}

/** Lower case and without the port. */
export const hostname = keepingAnswers((host: string) => host.toLowerCase().replace(/:\d*$/, ''));
