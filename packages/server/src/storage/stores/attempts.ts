import type { EventCause } from '#domain/event-cause.ts';
import type { Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { AttemptTable } from '../tables/outbox-tables.ts';

/** One try, as it is kept. */
export interface Attempt {
  readonly eventId: number;
  /** When it had ended. */
  readonly at: number;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  /** Why it came to nothing, as data; null: it did not, or the error and the status are all that is known. */
  readonly cause: EventCause | null;
  readonly answer: string | null;
  /** null: nothing was sent, or so much at once that this was not kept. */
  readonly sent: KeptRequest | null;
}

/** What was sent, without anything secret, and how long it took to get there. */
export interface KeptRequest {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Milliseconds from the beginning; null: it never came to that. */
  readonly connectMs: number | null;
  readonly firstByteMs: number | null;
}

const TRIED = ['event_id', 'at', 'duration_ms', 'status', 'error', 'answer', 'cause'] as const;
const WHOLE = [...TRIED, 'url', 'headers', 'request', 'connect_ms', 'first_byte_ms'] as const;
export const record = statement((db, p: ValuesOf<AttemptTable, typeof TRIED>) =>
  db.insertInto('attempt').values(valuesOf(p, TRIED)),
);
export const recordWhole = statement((db, p: ValuesOf<AttemptTable, typeof WHOLE>) =>
  db.insertInto('attempt').values(valuesOf(p, WHOLE)),
);
/** Tries to deliver events. */
export function attempts(session: Session) {
  return {
    async insertAttempt(attempt: Attempt): Promise<void> {
      const { eventId, at, durationMs, status, error, cause, answer, sent } = attempt;
      const told = { status, error, answer, cause: cause && JSON.stringify(cause) };
      const row = { event_id: eventId, at, duration_ms: Math.round(durationMs), ...told };
      if (!sent) return void (await session.all(record, row));
      const { url, headers, body: request, connectMs: connect_ms, firstByteMs: first_byte_ms } = sent;
      await session.all(recordWhole, {
        ...row,
        url,
        headers: JSON.stringify(headers),
        request,
        connect_ms,
        first_byte_ms,
      });
    },
  };
}
