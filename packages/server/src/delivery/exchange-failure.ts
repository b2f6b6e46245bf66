import { errors } from 'undici';
import type { AddressKind } from './special-addresses.ts';

/** Why there is no answer. A refused address was not called at all, or was let go before a byte was sent. */
export type FailureKind = 'timeout' | 'refused-address' | 'network';

/** A failure whose message can be shown to a person as it is. */
export class ExchangeFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    const { stackTraceLimit } = Error;
    // Nobody is shown where in here it was made, and Node writes out the stack of each error that ends a connection.
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.kind = kind;
  }
}

const REMEDIES: Partial<Record<AddressKind, string>> = {
  loopback: 'Start the portal with --allow-network and its network, or without --production.',
  private: 'Start the portal with --allow-network and its network, or without --production.',
  'link-local': 'Start the portal with --allow-network and its network.',
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
  ETIMEOUT: (host) => `the name server that knows ${withoutPort(host)} does not answer`,
  ESERVFAIL: (host) => `the name ${withoutPort(host)} could not be looked up for now`,
  EREFUSED: (host) => `the name ${withoutPort(host)} could not be looked up for now`,
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
};

/**
 * Puts whatever ended an exchange into a kind and words.
 *
 * @param host as in the address, with its port if it has one
 * @param status of the answer that had begun; 0: there was none yet
 */
export function explainFailure(cause: unknown, host: string, status = 0): ExchangeFailure {
  if (cause instanceof ExchangeFailure) return cause;
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ETIMEDOUT') return new ExchangeFailure('timeout', `${host} did not take the connection`);
  const message =
    brokenRule(error, code, host, status) ??
    NETWORK_MESSAGES[code]?.(host) ??
    `the exchange with ${host} failed: ${error.message}`;
  return new ExchangeFailure('network', message);
}

/** What undici says of an answer that is not as HTTP/1.1 has it. It comes as if the connection had failed. */
const UNASKED: Readonly<Record<string, string>> = {
  'bad response': 'sent 100 Continue, which was not asked for: only the final answer is read',
  'bad upgrade': 'answered 101: switching to another protocol was not asked for',
};

/** Beginnings of what its parser says, in brackets, in this order. */
const BROKEN_RULES: readonly (readonly [string, (host: string) => string])[] = [
  ['Missing expected CR', (host) => `${host} ends lines of its answer with LF alone; HTTP/1.1 ends them with CR LF`],
  ['Missing expected LF', (host) => `${host} ends lines of its answer with CR alone; HTTP/1.1 ends them with CR LF`],
  [
    'Expected HTTP/',
    (host) => `what ${host} answers does not begin with HTTP/1.1: it is no HTTP server, or it needs https`,
  ],
];

function brokenRule(error: Error, code: string, host: string, status: number): string | undefined {
  const unasked = code === 'UND_ERR_SOCKET' ? UNASKED[error.message] : undefined;
  if (unasked) return `${host} ${unasked}`;
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return wrongLength(host, status);
  if (!(error instanceof errors.HTTPParserError)) return undefined;
  const reason = /\((.*)\)$/.exec(error.message)?.[1] ?? '';
  const known = BROKEN_RULES.find(([beginning]) => reason.startsWith(beginning));
  return known ? known[1](host) : `the answer of ${host} does not follow HTTP/1.1${reason && `: ${reason}`}`;
}

/** undici says the same of every answer with a Content-Length that cannot be read on. */
function wrongLength(host: string, status: number): string {
  if (status === 0) return `the headers of the answer of ${host} do not follow HTTP/1.1`;
  return status === 204 || status === 304
    ? `${host} answered ${status} with a body, which an answer with ${status} cannot have; answer 200 instead`
    : `the answer of ${host} is not as long as its Content-Length says`;
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
