import type { Generated } from 'kysely';

export interface ReceiverTable {
  id: Generated<number>;
  portal_id: number;
  kind: string;
  ref: number;
  address: Generated<string>;
}

export interface EventTable {
  id: Generated<number>;
  receiver_id: number;
  /** The dialog: events of one receiver and one lane are delivered one after the other. */
  lane: number;
  type: string;
  facts: string;
  /** 0 pending, 1 delivered, 2 dead letter, 3 dropped with its receiver, 4 kept until the receiver fetches it. */
  state: Generated<number>;
  attempts: Generated<number>;
  first_failed_at: number | null;
  next_try_at: Generated<number>;
  created_at: number;
  finished_at: number | null;
  /** Of the try that delivered it: what was answered, and after how long. */
  status: number | null;
  duration_ms: number | null;
  /** By which of its subscriptions the receiver hears of it; null for a bot. */
  subscription_id: number | null;
  /** The event of which it is another sending. */
  resent_from: number | null;
  /** How it differs from what its facts say, as a document. */
  variant: string | null;
  /** Of one that is fetched, on the one line of its portal; null: nobody has asked for it yet. */
  number: number | null;
  /** Of one that is fetched: since when it is kept for that; null: since it happened. */
  kept_since: number | null;
}

/** The last number that was given in a portal. */
export interface EventLineTable {
  portal_id: number;
  last: number;
}

/** Below which number a receiver has dealt with everything. */
export interface EventReaderTable {
  receiver_id: number;
  confirmed: number;
  /** When somebody last asked for its events, to the minute. */
  fetched_at: number | null;
}

/** For whom is kept what happens in their chats. */
export interface UserQueueTable {
  user_id: number;
  receiver_id: number;
  is_recording: number;
}

/** A try: each one in vain, and of those that succeeded as many as are kept whole. */
export interface AttemptTable {
  id: Generated<number>;
  event_id: number;
  at: number;
  duration_ms: number;
  status: number | null;
  error: string | null;
  /** A document: the same by its kind. Of tries of earlier versions there is none. */
  cause: string | null;
  /** Where to, and what was sent: without anything secret. null: so much was sent at once that this was not kept. */
  url: string | null;
  /** A document: pairs of names and values. */
  headers: string | null;
  request: string | null;
  answer: string | null;
  /** Until there was a connection, and until the answer began. */
  connect_ms: number | null;
  first_byte_ms: number | null;
}

export interface ReceiverDeliveryTable {
  receiver_id: number;
  lease_owner: string | null;
  lease_until: Generated<number>;
  epoch: Generated<number>;
  failures: Generated<number>;
  not_before: Generated<number>;
  /** 0: like the cloud, an event is sent once and never again. */
  retries: Generated<number>;
  /** Since when nothing is sent because a person wants it so. */
  paused_at: number | null;
  /** When its owner was told of a trouble that lasts. */
  late_told_at: number | null;
  overflow_told_at: number | null;
}
