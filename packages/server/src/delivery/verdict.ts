import type { WordedCause } from '#domain/event-cause.ts';
import type { Exchange } from './handler-client.ts';
import type { SentRequest } from './sent-request.ts';

export interface Exchanged {
  readonly kind: 'exchange';
  readonly name: string;
  readonly url: string;
  /** What was sent: to be kept, and shown to nobody as it is. */
  readonly request?: SentRequest;
  readonly exchange: Exchange;
}

/** One try of an event. */
export type Sent =
  | Exchanged
  /** Nobody was there to hear of it. */
  | { readonly kind: 'nobody'; readonly why: WordedCause }
  /** It is not to be sent any more: whoever it is for takes it in another way. Nothing is written down of that. */
  | { readonly kind: 'elsewhere' }
  /** Its body could not be made: a fault of ours, which must not stop what comes after it for ever. */
  | { readonly kind: 'unmade'; readonly message: string };

/** What a try means for the event: it has arrived, it is worth another try, or it is not. */
export type Verdict = 'delivered' | 'again' | 'refused';

/** Tried again is only what may pass by itself: the network, time, too much at once, a fault of the handler's server. */
export function judge(sent: Sent): Verdict {
  if (sent.kind === 'nobody' || sent.kind === 'elsewhere') return 'refused';
  if (sent.kind === 'unmade') return 'again';
  const { exchange } = sent;
  if (exchange.kind === 'failed') return exchange.error === 'refused-address' ? 'refused' : 'again';
  if (exchange.status >= 200 && exchange.status < 300) return 'delivered';
  return exchange.status === 429 || exchange.status >= 500 ? 'again' : 'refused';
}

/** When a handler asks to be called again (Retry-After, in seconds or as a date); 0: it did not say. */
export function askedToWaitUntil(sent: Sent, now: number): number {
  const text =
    sent.kind === 'exchange' && sent.exchange.kind === 'answered'
      ? (sent.exchange.headers['retry-after'] ?? '').trim()
      : '';
  if (/^\d{1,6}$/.test(text)) return now + Number(text) * 1000;
  const at = /GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return at > now ? at : 0;
}

/** The handler says that it is not there any more and will not be again. */
export function saysGone(sent: Sent): boolean {
  return sent.kind === 'exchange' && sent.exchange.kind === 'answered' && sent.exchange.status === 410;
}
