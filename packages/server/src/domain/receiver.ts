/** Who hears of events. Delivery keeps apart how each of them fares: one that is down delays no other. */
export interface Receiver {
  readonly id: number;
  readonly portalId: number;
  readonly kind: ReceiverKind;
  /** The id of the bot, the application or the outgoing webhook. */
  readonly ref: number;
  /** Where an application or a webhook hears; '' for a bot, which has a handler for each event. */
  readonly address: string;
}

export type ReceiverKind = 'bot' | 'application' | 'webhook';
