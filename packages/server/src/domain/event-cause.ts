/*
 * Why an event is where it is: what pages say in the language of whoever reads. The command line and the log of the
 * server have the same in English words.
 */

/** Of a try to which there was no answer that counts. */
const OF_EXCHANGES = [
  'no-answer',
  'unfinished',
  'no-connection',
  'refused',
  'reset',
  'closed',
  'unreachable',
  'unknown-host',
  'lookup-failed',
  'no-tls',
  'certificate-host',
  'certificate-expired',
  'certificate-self-signed',
  'certificate-untrusted',
  'no-http',
  'broken-http',
  'address-closed',
  'address-never',
  'no-address',
  'stopped',
] as const;

/** Of an answer. */
const OF_ANSWERS = ['answered', 'redirected', 'gone'] as const;

/** Of what was not sent, because there is nobody to hear it or nothing to tell. */
const OF_NOBODY = [
  'receiver-gone',
  'webhook-removed',
  'bot-unregistered',
  'application-removed',
  'application-not-installed',
  'generation-not-told',
  'no-handler',
  'not-asked',
  'subject-gone',
] as const;

/** Of what is not tried, or not any more. */
const OF_WAITING = [
  'unmade',
  'overflow',
  'not-fetched',
  'skipped',
  'paused',
  'kept',
  'fetched',
  'turn',
  'behind',
  'nobody',
  'unsent',
] as const;

export const CAUSE_KINDS = [...OF_EXCHANGES, ...OF_ANSWERS, ...OF_NOBODY, ...OF_WAITING] as const;

export type CauseKind = (typeof CAUSE_KINDS)[number];
export type ExchangeCauseKind = (typeof OF_EXCHANGES)[number];

/** A kind, and what stands in its words: a host with its port, a status, a number. */
export interface EventCause {
  readonly kind: CauseKind;
  readonly values: Readonly<Record<string, string>>;
}

/** A cause beside its English words. */
export interface WordedCause {
  readonly words: string;
  readonly cause: EventCause;
}

export function because(kind: CauseKind, words: string, values: EventCause['values'] = {}): WordedCause {
  return { words, cause: { kind, values } };
}
