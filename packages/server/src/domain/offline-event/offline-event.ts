import type { PortalEvent } from '../event.ts';

/** A change that waits until an application fetches it: of each object only how it was last. */
export interface OfflineEvent {
  readonly id: number;
  /** 32 characters, the same for each event of its kind about its object. */
  readonly messageId: string;
  readonly event: PortalEvent;
  /** Of the last change; milliseconds since 1970. */
  readonly changedAt: number;
  /** The batch that it was taken in hand with; '' waits. */
  readonly processId: string;
  /** Whoever had it in hand could not deal with it. */
  readonly isError: boolean;
}

/** One queue of an application; it has one for each connector that it named, and one without. */
export interface OfflineQueue {
  readonly applicationId: number;
  readonly connector: string;
}

/** Of the events of a batch those that are meant: by their message ids, else by their ids, else all. */
export interface BatchPart {
  /** '': of those that are in no batch. */
  readonly processId: string;
  readonly ids: readonly number[];
  readonly messageIds: readonly string[];
}

/** A condition that events of a queue must meet. */
export type OfflineCondition =
  | { readonly on: OfflineColumn; readonly is: Comparison; readonly value: string | number }
  | { readonly on: OfflineColumn; readonly isIn: readonly (string | number)[] }
  | { readonly on: OfflineColumn; readonly contains: string };

export type OfflineColumn = 'id' | 'changedAt' | 'event' | 'messageId' | 'processId' | 'isError';

export type Comparison = '<' | '<=' | '>' | '>=';

export interface OfflineOrder {
  readonly by: OfflineColumn;
  /** The values in their order, where they do not have it of themselves. */
  readonly ranks?: readonly string[];
  readonly isDescending: boolean;
}

/** What an event is about: a later one of the same kind about the same takes the place of one that waits. */
export function objectOf(event: PortalEvent): string {
  switch (event.type) {
    case 'messageAdded':
    case 'messageChanged':
    case 'messageDeleted':
    case 'reactionChanged':
      return `message ${event.message.id}${ofBot(event)}`;
    case 'commandInvoked':
      return `message ${event.message.id} command ${event.commandId}`;
    case 'botJoinedChat':
    case 'contextGiven':
    case 'memberJoined':
      return `chat ${event.chatId}${ofBot(event)}`;
    case 'botDeleted':
      return `bot ${event.code}`;
    case 'userAdded':
      return `user ${event.personId}`;
    case 'testCalled':
      return JSON.stringify(event.query);
    case 'offlineChanged':
    case 'applicationInstalled':
    case 'applicationUpdated':
    case 'applicationRemoved':
      return '';
  }
}

function ofBot(event: PortalEvent): string {
  return 'botId' in event ? ` bot ${event.botId}` : '';
}
