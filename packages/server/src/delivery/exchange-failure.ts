import { errors } from 'undici';
import { because, type EventCause, type ExchangeCauseKind, type WordedCause } from '#domain/event-cause.ts';
import type { AddressKind } from './special-addresses.ts';

/** What a failure means for the event. A refused address was not called at all, or was let go before a byte was sent. */
export type FailureKind = 'timeout' | 'refused-address' | 'network';

/** A failure whose message can be shown to a person as it is. */
export class ExchangeFailure extends Error {
  readonly kind: FailureKind;
  /** null: the message is all that is known. */
  readonly why: EventCause | null;

  constructor(kind: FailureKind, why: WordedCause | string) {
    const { stackTraceLimit } = Error;
    // Nobody is shown where in here it was made, and Node writes out the stack of each error that ends a connection.
    Error.stackTraceLimit = 0;
    super(typeof why === 'string' ? why : why.words);
    Error.stackTraceLimit = stackTraceLimit;
    this.kind = kind;
    this.why = typeof why === 'string' ? null : why.cause;
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
  const remedy = REMEDIES[kind];
  const words = `${host} leads to a ${kind} address. ${remedy ?? 'Handlers cannot live there.'}`;
  return new ExchangeFailure('refused-address', because(remedy ? 'address-closed' : 'address-never', words, { host }));
}

export function noConnection(host: string): ExchangeFailure {
  return new ExchangeFailure('timeout', because('no-connection', `${host} did not take the connection`, { host }));
}

export function unknownHost(host: string): ExchangeFailure {
  return new ExchangeFailure('network', because('unknown-host', `no such host: ${host}`, { host }));
}

type Worded = readonly [kind: ExchangeCauseKind, words: (host: string) => string];

const CLOSED: Worded = ['closed', (host) => `connection closed by ${host} before its answer was complete`];
const UNREACHABLE: Worded = ['unreachable', (host) => `${host} cannot be reached from this server`];
const UNKNOWN: Worded = ['unknown-host', (host) => `no such host: ${host}`];
const LOOKUP_FAILED: Worded = ['lookup-failed', (host) => `the name ${host} could not be looked up for now`];
const UNTRUSTED: Worded = [
  'certificate-untrusted',
  (host) => `the certificate of ${host} comes from an authority that is not trusted`,
];

/** By codes of Node and undici. */
const NETWORK: Readonly<Record<string, Worded>> = {
  ECONNREFUSED: ['refused', (host) => `connection refused by ${host}`],
  ECONNRESET: ['reset', (host) => `connection reset by ${host}`],
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ENOTFOUND: UNKNOWN,
  ENODATA: UNKNOWN,
  ETIMEOUT: ['lookup-failed', (host) => `the name server that knows ${host} does not answer`],
  ESERVFAIL: LOOKUP_FAILED,
  EREFUSED: LOOKUP_FAILED,
  EAI_AGAIN: LOOKUP_FAILED,
  EPROTO: ['no-tls', (host) => `${host} does not speak TLS as https needs it`],
  ERR_SSL_WRONG_VERSION_NUMBER: [
    'no-tls',
    (host) => `${host} does not speak TLS: use http:// or put a certificate there`,
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: ['certificate-host', (host) => `the certificate of ${host} is for another host`],
  CERT_HAS_EXPIRED: ['certificate-expired', (host) => `the certificate of ${host} has expired`],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'certificate-self-signed',
    (host) => `the certificate of ${host} is self-signed and not trusted`,
  ],
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UND_ERR_HEADERS_OVERFLOW: ['broken-http', (host) => `the headers of the answer of ${host} are too large`],
};

/** Of a name that could not be looked up nobody cares which port was wanted. */
const OF_NAMES: ReadonlySet<ExchangeCauseKind> = new Set(['unknown-host', 'lookup-failed']);

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
  if (code === 'ETIMEDOUT') return noConnection(host);
  const found = brokenRule(error, code, status) ?? NETWORK[code];
  if (!found) return new ExchangeFailure('network', `the exchange with ${host} failed: ${error.message}`);
  const [kind, words] = found;
  const name = OF_NAMES.has(kind) ? host.replace(/:\d+$/, '') : host;
  return new ExchangeFailure('network', because(kind, words(name), { host: name }));
}

/** What undici says of an answer that is not as HTTP/1.1 has it. It comes as if the connection had failed. */
const UNASKED: Readonly<Record<string, string>> = {
  'bad response': 'sent 100 Continue, which was not asked for: only the final answer is read',
  'bad upgrade': 'answered 101: switching to another protocol was not asked for',
};

/** Beginnings of what its parser says, in brackets, in this order. */
const BROKEN_RULES: readonly (readonly [beginning: string, worded: Worded])[] = [
  [
    'Missing expected CR',
    ['broken-http', (host) => `${host} ends lines of its answer with LF alone; HTTP/1.1 ends them with CR LF`],
  ],
  [
    'Missing expected LF',
    ['broken-http', (host) => `${host} ends lines of its answer with CR alone; HTTP/1.1 ends them with CR LF`],
  ],
  [
    'Expected HTTP/',
    ['no-http', (host) => `what ${host} answers does not begin with HTTP/1.1: it is no HTTP server, or it needs https`],
  ],
];

function brokenRule(error: Error, code: string, status: number): Worded | undefined {
  const unasked = code === 'UND_ERR_SOCKET' ? UNASKED[error.message] : undefined;
  if (unasked) return ['broken-http', (host) => `${host} ${unasked}`];
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return ['broken-http', (host) => wrongLength(host, status)];
  if (!(error instanceof errors.HTTPParserError)) return undefined;
  const reason = /\((.*)\)$/.exec(error.message)?.[1] ?? '';
  const known = BROKEN_RULES.find(([beginning]) => reason.startsWith(beginning));
  if (known) return known[1];
  return ['broken-http', (host) => `the answer of ${host} does not follow HTTP/1.1${reason && `: ${reason}`}`];
}

/** undici says the same of every answer with a Content-Length that cannot be read on. */
function wrongLength(host: string, status: number): string {
  if (status === 0) return `the headers of the answer of ${host} do not follow HTTP/1.1`;
  return status === 204 || status === 304
    ? `${host} answered ${status} with a body, which an answer with ${status} cannot have; answer 200 instead`
    : `the answer of ${host} is not as long as its Content-Length says`;
}
