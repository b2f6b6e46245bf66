import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import proxyAddr from '@fastify/proxy-addr';

/** What is known of a request before its body: how it came, and from where. */
export interface Incoming {
  readonly headers: IncomingHttpHeaders;
  /** Of the caller, as the proxies say that were named; without one, of the connection. */
  readonly ip: string;
  readonly protocol: string;
}

export type ReadIncoming = (request: IncomingMessage) => Incoming;

/** Believes `X-Forwarded-For` and `X-Forwarded-Proto` only from the networks that are named, as 10.1.0.0/16. */
export function incomingReader(trustedProxies: readonly string[]): ReadIncoming {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    const { headers, socket } = request;
    const direct = (socket as TLSSocket).encrypted ? 'https' : 'http';
    const forwarded = headers['x-forwarded-proto'];
    const isForwarded = forwarded !== undefined && isTrusted(socket.remoteAddress ?? '', 0);
    return {
      headers,
      ip: headers['x-forwarded-for'] === undefined ? (socket.remoteAddress ?? '') : proxyAddr(request, isTrusted),
      protocol: isForwarded ? (String(forwarded).split(',').at(-1)?.trim().toLowerCase() ?? direct) : direct,
    };
  };
}
