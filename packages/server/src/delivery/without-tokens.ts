import type { Exchange } from './handler-client.ts';

/** As the body of an event spells them: whatever is called a token, and what it is. */
const TOKEN = /token(?:%5D)?=([^&]{16,})/g;

/** So much of a token that was cut off may stay: it opens nothing and guesses nothing. */
const SHORTEST = 8;

/**
 * What a handler answered, as it may be kept and shown: many that fail say back what they were told, which would leave
 * working tokens in the database and before the eyes of whoever looks at deliveries.
 */
export function withoutTokens(exchange: Exchange, sent: string): Exchange {
  if (exchange.kind !== 'answered' || exchange.body.length < SHORTEST) return exchange;
  let { body } = exchange;
  for (const token of new Set(Array.from(sent.matchAll(TOKEN), ([, token]) => token ?? ''))) {
    body = body.replaceAll(token, '***');
    if (exchange.truncated) body = withoutBeginning(body, token);
  }
  return body === exchange.body ? exchange : { ...exchange, body };
}

/** Without the part of the token that the text ends with. */
function withoutBeginning(text: string, token: string): string {
  for (let length = token.length - 1; length >= SHORTEST; length -= 1)
    if (text.endsWith(token.slice(0, length))) return `${text.slice(0, -length)}***`;
  return text;
}
