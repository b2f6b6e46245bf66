import type { Generated } from 'kysely';

export interface SubscriptionTable {
  id: Generated<number>;
  receiver_id: number;
  event: string;
  user_id: Generated<number>;
  is_offline: Generated<number>;
  connector: Generated<string>;
  min_timeout: Generated<number>;
  created_at: number;
}

/** What waits for an application that fetches its events: of each object only how it was last. */
export interface OfflineEventTable {
  id: Generated<number>;
  application_id: number;
  connector: string;
  event: string;
  /** Made from what the event is about; of each there is one that waits. */
  message_id: string;
  facts: string;
  changed_at: number;
  /** The batch that it was taken in hand with; '' waits. */
  process_id: Generated<string>;
  reserved_at: number | null;
  is_error: Generated<number>;
}

export interface OfflineNoticeTable {
  subscription_id: number;
  /** When the application was told last that something waits, or will be. */
  notified_at: number;
}

export interface OutgoingWebhookTable {
  id: Generated<number>;
  portal_id: number;
  user_id: number;
  receiver_id: Generated<number>;
  title: string;
  application_token_sealed: string;
  created_at: number;
}
