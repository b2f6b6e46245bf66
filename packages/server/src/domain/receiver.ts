/** To whom events are delivered. Delivery keeps state per receiver, so that one that is down delays no other. */
export interface Receiver {
  readonly id: number;
  readonly portalId: number;
  readonly kind: ReceiverKind;
  /** The id of the bot, the application, the outgoing webhook or the person. */
  readonly ref: number;
  /** Address of an application or a webhook; '' for a bot, which has a handler for each event. */
  readonly address: string;
}

export type ReceiverKind = 'bot' | 'application' | 'webhook' | 'person';
