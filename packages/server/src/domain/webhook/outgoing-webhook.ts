import type { PublicEvent } from '../event.ts';

/** Sends events of the portal to an address, without any token to call back with. */
export interface OutgoingWebhook {
  readonly id: number;
  readonly portalId: number;
  /** Who made it. */
  readonly userId: number;
  readonly receiverId: number;
  readonly title: string;
  /** Sent in every event, so that a handler can tell the portal's calls from anybody else's. */
  readonly applicationToken: string;
}

/** With all there is to know of it. */
export interface OutgoingWebhookCard extends OutgoingWebhook {
  readonly address: string;
  readonly events: readonly PublicEvent['type'][];
}
