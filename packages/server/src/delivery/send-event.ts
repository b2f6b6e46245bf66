import { StoreUnavailable } from '#storage/session.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import type { DeliveryOptions, Outgoing } from './delivery-options.ts';
import { signedHeaders } from './signed-headers.ts';
import type { Sent } from './verdict.ts';
import { withoutTokens } from './without-tokens.ts';

/**
 * One try: makes the event ready, signs it and sends it to its handler. What the handler answers is no error.
 *
 * @throws {StoreUnavailable} when what goes out cannot be read
 */
export async function sendEvent(
  { store, client, clock, render, onError }: DeliveryOptions,
  event: PendingEvent,
): Promise<Sent> {
  let outgoing: Outgoing | undefined;
  try {
    const made = store.readNow((work) => render(work, event));
    outgoing = made instanceof Promise ? await made : made;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    onError(error);
    return { kind: 'unmade', message: 'The event could not be made ready to send; the log of the server says why' };
  }
  if (!outgoing) return { kind: 'nobody' };
  const { name, url, secret, contentType } = outgoing;
  // Bytes from here on: signing and sending would make them once more each.
  const body = Buffer.from(outgoing.body);
  const headers = signedHeaders(event.id, clock.now(), { body, secret }, contentType);
  const exchange = await client.exchange({ url, body, headers });
  return { kind: 'exchange', name, url, exchange: withoutTokens(exchange, outgoing.body) };
}
