import type { Selectable } from 'kysely';
import type { PortalEvent } from '#domain/event.ts';
import type { EventCause } from '#domain/event-cause.ts';
import { readFacts } from '../facts.ts';
import type { AttemptTable, EventTable } from '../tables/outbox-tables.ts';
import type { Attempt } from './attempts.ts';
import { EVENT_STATE, KEPT_STATE } from './event-state.ts';
import type { EventVariant } from './event-variant.ts';

/** An event as somebody looks at it: on its way, or kept for a while after its end. */
export interface StoredEvent {
  readonly id: number;
  readonly receiverId: number;
  readonly lane: number;
  readonly event: PortalEvent;
  readonly subscriptionId: number | null;
  readonly state: keyof typeof EVENT_STATE | 'kept';
  readonly attempts: number;
  readonly firstFailedAt: number | null;
  readonly nextTryAt: number;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  /** Of the try that delivered it. */
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly resentFrom: number | null;
  readonly variant: EventVariant | null;
}

const { pending, dead, dropped, delivered } = EVENT_STATE;
const STATES = new Map<number, StoredEvent['state']>([
  [pending, 'pending'],
  [delivered, 'delivered'],
  [dead, 'dead'],
  [dropped, 'dropped'],
  [KEPT_STATE, 'kept'],
]);

export function toStoredEvent(row: Selectable<EventTable>): StoredEvent {
  return {
    id: row.id,
    receiverId: row.receiver_id,
    lane: row.lane,
    event: readFacts(row.type, row.facts),
    subscriptionId: row.subscription_id,
    state: STATES.get(row.state) ?? 'pending',
    attempts: row.attempts,
    firstFailedAt: row.first_failed_at,
    nextTryAt: row.next_try_at,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    status: row.status,
    durationMs: row.duration_ms,
    resentFrom: row.resent_from,
    variant: row.variant === null ? null : (JSON.parse(row.variant) as EventVariant),
  };
}

export function toAttempt(row: Selectable<AttemptTable>): Attempt {
  const { event_id: eventId, at, duration_ms: durationMs, status, error, answer, url } = row;
  const cause = readCause(row.cause);
  const sent =
    url === null
      ? null
      : {
          url,
          headers: JSON.parse(row.headers ?? '[]') as [string, string][],
          body: row.request ?? '',
          connectMs: row.connect_ms,
          firstByteMs: row.first_byte_ms,
        };
  return { eventId, at, durationMs, status, error, cause, answer, sent };
}

export function readCause(document: string | null): EventCause | null {
  return document === null ? null : (JSON.parse(document) as EventCause);
}
