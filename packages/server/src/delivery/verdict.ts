import type { Exchange } from './handler-client.ts';

/** One try of an event: an exchange with its handler, or nobody was there any more to hear of it. */
export type Sent =
  | { readonly kind: 'exchange'; readonly name: string; readonly url: string; readonly exchange: Exchange; readonly retryAt?: number }
  | { readonly kind: 'nobody'; readonly retryAt?: never };

/** What a try means for the event: it has arrived, it is worth another try, or it is not. */
export type Verdict = 'delivered' | 'again' | 'refused';

/** Tried again is only what may pass by itself: the network, time, too much at once, a fault of the handler's server. */
export function judge(sent: Sent): Verdict {
  if (sent.kind === 'nobody') return 'refused';
  const { exchange } = sent;
  if (exchange.kind === 'failed') return exchange.error === 'refused-address' ? 'refused' : 'again';
  if (exchange.status >= 200 && exchange.status < 300) return 'delivered';
  return exchange.status === 429 || exchange.status >= 500 ? 'again' : 'refused';
}
