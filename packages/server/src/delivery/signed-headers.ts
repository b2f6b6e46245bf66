import { createHmac } from 'node:crypto';

/**
 * Headers of an outgoing event. Names are in canonical case and the agent is the one that handlers in the wild look
 * for; the three beside them are those of Standard Webhooks (https://www.standardwebhooks.com): an id that is the
 * same at every try, and a signature with the application's token.
 */
export function signedHeaders(
  eventId: number,
  now: number,
  outgoing: { readonly body: string | Uint8Array; readonly secret: string },
  contentType: string,
): Record<string, string> {
  const id = `evt_${eventId}`;
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', outgoing.secret)
    .update(`${id}.${timestamp}.`)
    .update(outgoing.body)
    .digest('base64');
  return {
    'Content-Type': contentType,
    'User-Agent': 'Bitrix24 Webhook Engine',
    'Webhook-Id': id,
    'Webhook-Timestamp': timestamp,
    'Webhook-Signature': `v1,${signature}`,
  };
}
