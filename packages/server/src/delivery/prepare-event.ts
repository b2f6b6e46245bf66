import type { PendingEvent } from '#storage/stores/outbox.ts';
import type { Outgoing } from './delivery-options.ts';
import { withFields } from './event-variant.ts';
import { signedHeaders } from './signed-headers.ts';

/** An event as it goes over the wire. */
export interface PreparedEvent {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The text as bytes: signing and sending would make them once more each. */
  readonly body: Buffer;
}

type Identified = Pick<PendingEvent, 'id' | 'resentFrom' | 'variant'>;

/** Signs what was rendered; `now` in milliseconds since 1970. */
export function prepareEvent(outgoing: Outgoing, event: Identified, now: number): PreparedEvent {
  const { name, url, secret, contentType } = outgoing;
  const { fields = [], isTest = false } = event.variant ?? {};
  const text = fields.length === 0 ? outgoing.body : withFields(outgoing.body, fields);
  const body = Buffer.from(text);
  const headers = signedHeaders(event.id, now, { body, secret }, contentType);
  if (event.resentFrom !== undefined) headers['X-Botyard-Resent-From'] = `evt_${event.resentFrom}`;
  if (isTest) headers['X-Botyard-Test'] = '1';
  return { name, url, headers, text, body };
}
