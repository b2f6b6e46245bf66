import { maskedUrl } from '#kit/secret-texts.ts';
import type { Attempt } from '#storage/stores/attempts.ts';
import type { Sent } from './verdict.ts';

/** Characters of an answer that are kept. */
const ANSWER_LIMIT = 4 * 1024;

/** What is no text: shown by its number, so that it steers no terminal and every database takes it. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** A try as it is kept; `isWhole`: with what was sent, and what was answered where all went well. */
export function recordOf(sent: Sent, isWhole: boolean): Omit<Attempt, 'eventId' | 'at'> {
  const error = reasonOf(sent);
  if (sent.kind !== 'exchange') return { durationMs: 0, status: null, error, answer: null, sent: null };
  const { exchange, request } = sent;
  const { durationMs, connectMs = null, firstByteMs = null } = exchange;
  const whole = isWhole && request ? { ...request.masked(), connectMs, firstByteMs } : null;
  if (exchange.kind === 'failed') return { durationMs, status: null, error, answer: null, sent: whole };
  return { durationMs, status: exchange.status, error, answer: shown(exchange.body), sent: whole };
}

/** Why a try came to nothing, in words; null: it did not, or the status of the answer says it all. */
export function reasonOf(sent: Sent): string | null {
  if (sent.kind === 'unmade') return sent.message;
  if (sent.kind === 'nobody') return sent.reason;
  if (sent.kind === 'elsewhere') return null;
  const { exchange } = sent;
  if (exchange.kind === 'failed') return exchange.message;
  const { status, headers } = exchange;
  if (status === 410) return 'answered 410: it says that it is gone for good';
  if (status < 300 || status >= 400) return null;
  const to = headers['location'] ? ` to ${shown(maskedUrl(headers['location'])).slice(0, 300)}` : '';
  return `answered ${status}, a redirect${to}: redirects are not followed, give the bot the address that it leads to`;
}

function shown(text: string): string {
  const kept = text.length <= ANSWER_LIMIT ? text : `${text.slice(0, ANSWER_LIMIT)}…`;
  return kept.replace(CONTROL, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
