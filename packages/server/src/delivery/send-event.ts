import { StoreUnavailable } from '#storage/session.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import type { DeliveryOptions, Outgoing } from './delivery-options.ts';
import { prepareEvent } from './prepare-event.ts';
import { SentRequest } from './sent-request.ts';
import type { Sent } from './verdict.ts';
import { withoutTokens } from './without-tokens.ts';

/**
 * One try: makes the event ready, signs it and sends it to its handler. What the handler answers is no error.
 *
 * @throws {StoreUnavailable} when what goes out cannot be read
 */
export async function sendEvent(
  { store, client, clock, render, whyNobody, onTrying, onError }: DeliveryOptions,
  event: PendingEvent,
): Promise<Sent> {
  let outgoing: Outgoing | symbol | undefined;
  try {
    const made = store.readNow((work) => render(work, event));
    outgoing = made instanceof Promise ? await made : made;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    onError(error);
    return { kind: 'unmade', message: 'The event could not be made ready to send; the log of the server says why' };
  }
  if (typeof outgoing === 'symbol') return { kind: 'elsewhere' };
  if (!outgoing) return { kind: 'nobody', why: await store.read((work) => whyNobody(work, event)) };
  const { name, url, headers, text, body } = prepareEvent(outgoing, event, clock.now());
  onTrying(event);
  const exchange = await client.exchange({ url, body, headers });
  const request = new SentRequest(url, headers, text);
  return { kind: 'exchange', name, url, request, exchange: withoutTokens(exchange, text) };
}
