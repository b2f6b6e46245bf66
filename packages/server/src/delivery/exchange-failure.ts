import { errors } from 'undici';
import type { AddressKind } from './special-addresses.ts';

/** Why there is no answer. A refused address was not called at all, or was let go before a byte was sent. */
export type FailureKind = 'timeout' | 'refused-address' | 'network';

/** A failure whose message can be shown to a person as it is. */
export class ExchangeFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

const REMEDIES: Partial<Record<AddressKind, string>> = {
  loopback: 'Allow its network in the settings of the server, or run in development mode.',
  private: 'Allow its network in the settings of the server, or run in development mode.',
  'link-local': 'Allow its network in the settings of the server.',
};

// Names the host as the developer wrote it and never the address behind it: what a name stands for inside the
// operator's network is not the business of a bot's author.
export function refusedAddress(host: string, kind: AddressKind): ExchangeFailure {
  const remedy = REMEDIES[kind] ?? 'Handlers cannot live there.';
  return new ExchangeFailure('refused-address', `${host} leads to a ${kind} address. ${remedy}`);
}

const NETWORK_MESSAGES: Record<string, (host: string) => string> = {
  ECONNREFUSED: (host) => `connection refused by ${host}`,
  ECONNRESET: (host) => `connection reset by ${host}`,
  EPIPE: (host) => `connection closed by ${host} before its answer was complete`,
  UND_ERR_SOCKET: (host) => `connection closed by ${host} before its answer was complete`,
  EHOSTUNREACH: (host) => `${host} cannot be reached from this server`,
  ENETUNREACH: (host) => `${host} cannot be reached from this server`,
  ENOTFOUND: (host) => `no such host: ${withoutPort(host)}`,
  ENODATA: (host) => `no such host: ${withoutPort(host)}`,
  EAI_AGAIN: (host) => `the name ${withoutPort(host)} could not be looked up for now`,
  EPROTO: (host) => `${host} does not speak TLS as https needs it`,
  ERR_SSL_WRONG_VERSION_NUMBER: (host) => `${host} does not speak TLS: use http:// or put a certificate there`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `the certificate of ${host} is for another host`,
  CERT_HAS_EXPIRED: (host) => `the certificate of ${host} has expired`,
  DEPTH_ZERO_SELF_SIGNED_CERT: (host) => `the certificate of ${host} is self-signed and not trusted`,
  SELF_SIGNED_CERT_IN_CHAIN: (host) => `the certificate of ${host} comes from an authority that is not trusted`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: (host) => `the certificate of ${host} comes from an authority that is not trusted`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: (host) => `the certificate of ${host} comes from an authority that is not trusted`,
  UND_ERR_HEADERS_OVERFLOW: (host) => `the headers of the answer of ${host} are too large`,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: (host) => `the answer of ${host} is not as long as its Content-Length says`,
};

/** Puts whatever ended an exchange into a kind and words; `host` is as in the address, with its port if it has one. */
export function explainFailure(cause: unknown, host: string): ExchangeFailure {
  if (cause instanceof ExchangeFailure) return cause;
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ETIMEDOUT') return new ExchangeFailure('timeout', `${host} did not take the connection`);
  // "bad response", "bad upgrade": undici reports these as if the connection had failed.
  const malformed =
    error instanceof errors.HTTPParserError || (code === 'UND_ERR_SOCKET' && error.message.startsWith('bad '));
  const message = malformed
    ? `the answer of ${host} does not follow HTTP/1.1`
    : (NETWORK_MESSAGES[code]?.(host) ?? `the exchange with ${host} failed: ${error.message}`);
  return new ExchangeFailure('network', message);
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
