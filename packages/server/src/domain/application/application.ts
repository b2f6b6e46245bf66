/** A program that owns bots. For programs that call through webhooks it is whatever CLIENT_ID they send, per portal. */
export interface Application {
  readonly id: number;
  readonly portalId: number;
  readonly clientId: string;
  /** Sent in every event, so that a handler can tell the portal's calls from anybody else's. */
  readonly applicationToken: string;
  readonly status: ApplicationStatus;
}

/** local, free, demo, trial, paid. */
export type ApplicationStatus = 'L' | 'F' | 'D' | 'T' | 'P';

/** Where an application wants to hear of an event. */
export interface Handler {
  readonly id: number;
  readonly applicationId: number;
  readonly event: HandledEvent;
  readonly url: string;
}

/** What a handler can be bound to. */
export type HandledEvent =
  | 'messageAdded'
  | 'messageChanged'
  | 'messageDeleted'
  | 'botJoinedChat'
  | 'botDeleted'
  | 'commandInvoked';
