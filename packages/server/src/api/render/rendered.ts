import { buildPhpQuery } from '#kit/php-query/build.ts';

/** An event as it goes out: to where, and the whole body. */
export interface RenderedEvent {
  readonly name: string;
  readonly url: string;
  /** application/x-www-form-urlencoded with PHP brackets, all scalars as text. */
  readonly body: string;
  readonly contentType: string;
  /** What its signature is made with. */
  readonly secret: string;
}

/** A handler of generation 1. */
export interface Address {
  readonly url: string;
  readonly handlerId: number;
}

interface Letter {
  readonly name: string;
  readonly url: string;
  /** What the handler is known by, `event_handler_id` on the wire; a bot of generation 2 has an address and no handler. */
  readonly handlerId: number | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly auth: Readonly<Record<string, unknown>>;
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function rendered({ name, url, handlerId, data, auth, secret, now }: Letter): RenderedEvent {
  const body = { event: name, event_handler_id: handlerId, data, ts: Math.floor(now / 1000), auth };
  return { name, url, body: buildPhpQuery(body), contentType: 'application/x-www-form-urlencoded', secret };
}
