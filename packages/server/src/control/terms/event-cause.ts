import { because, type EventCause, type WordedCause } from '#domain/event-cause.ts';
import type { Attempt } from '#storage/stores/attempts.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';

/** In words, and as a kind where there is one. */
export interface Told {
  readonly reason: string;
  readonly cause: EventCause | null;
}

/** What came of a try. */
export function toldOfTry({ error, status, cause }: Pick<Attempt, 'error' | 'status' | 'cause'>): Told {
  if (error !== null) return { reason: error, cause };
  return told(status === null ? because('unsent', 'nothing was sent') : answered(status));
}

/** Why an event is in its state. `last` is its last try, `head` the event that goes before it. */
export function toldOfEvent(event: StoredEvent, last: Attempt | undefined, head: number | undefined): Told {
  const { state, status, durationMs } = event;
  if (state === 'delivered' && status === null) return told(because('fetched', 'it was fetched'));
  if (state === 'delivered')
    return { ...told(answered(status ?? 0)), reason: `answered ${status} in ${durationMs} ms` };
  if (state === 'kept') return told(because('kept', 'it is kept until it is fetched'));
  if (last) return toldOfTry(last);
  if (state !== 'pending') return told(because('nobody', 'nobody hears it any more'));
  if (head === undefined) return told(because('turn', 'it has not been its turn yet'));
  return told(because('behind', `it waits for event ${head}, which goes before it`, { id: String(head) }));
}

export const PAUSED = told(because('paused', 'its bot is paused'));

function answered(status: number): WordedCause {
  return because('answered', `answered ${status}`, { status: String(status) });
}

function told({ words, cause }: WordedCause): Told {
  return { reason: words, cause };
}
