import { because, type EventCause } from '#domain/event-cause.ts';
import { maskedUrl } from '#kit/secret-texts.ts';
import type { Attempt } from '#storage/stores/attempts.ts';
import type { Sent } from './verdict.ts';

/** Characters of an answer that are kept. */
const ANSWER_LIMIT = 4 * 1024;

/** What is no text: shown by its number, so that it steers no terminal and every database takes it. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** A try as it is kept; `isWhole`: with what was sent, and what was answered where all went well. */
export function recordOf(sent: Sent, isWhole: boolean): Omit<Attempt, 'eventId' | 'at'> {
  const { words: error, cause } = reasonOf(sent);
  if (sent.kind !== 'exchange') return { durationMs: 0, status: null, error, cause, answer: null, sent: null };
  const { exchange, request } = sent;
  const { durationMs, connectMs = null, firstByteMs = null } = exchange;
  const whole = isWhole && request ? { ...request.masked(), connectMs, firstByteMs } : null;
  if (exchange.kind === 'failed') return { durationMs, status: null, error, cause, answer: null, sent: whole };
  return { durationMs, status: exchange.status, error, cause, answer: shown(exchange.body), sent: whole };
}

/** Why a try came to nothing. */
interface Reason {
  /** null: it did not, or the status of the answer says it all. */
  readonly words: string | null;
  /** null: the words are all that is known. */
  readonly cause: EventCause | null;
}

const NONE: Reason = { words: null, cause: null };

export function reasonOf(sent: Sent): Reason {
  if (sent.kind === 'unmade') return { words: sent.message, cause: { kind: 'unmade', values: {} } };
  if (sent.kind === 'elsewhere') return NONE;
  if (sent.kind === 'nobody') return sent.why;
  const { exchange } = sent;
  if (exchange.kind === 'failed') return { words: exchange.message, cause: exchange.why };
  const { status, headers } = exchange;
  if (status === 410) return because('gone', 'answered 410: it says that it is gone for good');
  if (status < 300 || status >= 400) return NONE;
  const to = headers['location'] ? shown(maskedUrl(headers['location'])).slice(0, 300) : '';
  const words = `answered ${status}, a redirect${to && ` to ${to}`}: redirects are not followed, give the bot the address that it leads to`;
  // One that leads nowhere has nothing to be followed to.
  return because(to === '' ? 'answered' : 'redirected', words, { status: String(status), to });
}

function shown(text: string): string {
  const kept = text.length <= ANSWER_LIMIT ? text : `${text.slice(0, ANSWER_LIMIT)}…`;
  return kept.replace(CONTROL, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
