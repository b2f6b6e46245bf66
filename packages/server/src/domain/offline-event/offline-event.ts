import type { PortalEvent } from '../event.ts';

/** A change that waits until an application fetches it: of each object only how it was last. */
export interface OfflineEvent {
  readonly id: number;
  readonly event: PortalEvent;
  /** Of the last change; milliseconds since 1970. */
  readonly changedAt: number;
  /** By which name it was taken in hand; '' waits. */
  readonly processId: string;
  /** Whoever had it in hand could not deal with it. */
  readonly isError: boolean;
}

/** One queue of an application; it has one for each connector that it named, and one without. */
export interface OfflineQueue {
  readonly applicationId: number;
  readonly connector: string;
}

/** A condition that events of a queue must meet; those on text are given the values that meet them. */
export type OfflineCondition =
  | { readonly on: 'id' | 'changedAt'; readonly is: Comparison; readonly value: number }
  | { readonly on: 'id' | 'changedAt' | 'event' | 'processId' | 'isError'; readonly isIn: readonly (string | number)[] }
  | {
      readonly on: 'id' | 'changedAt' | 'event' | 'processId' | 'isError';
      readonly isNotIn: readonly (string | number)[];
    };

export type Comparison = '<' | '<=' | '>' | '>=';

export interface OfflineOrder {
  readonly by: 'id' | 'changedAt' | 'event' | 'processId' | 'isError';
  readonly isDescending: boolean;
}

/** What an event is about: a later one about the same takes the place of one that waits. */
export function objectOf(event: PortalEvent): string {
  switch (event.type) {
    case 'messageAdded':
    case 'messageChanged':
    case 'messageDeleted':
      return `message ${event.message.id}${ofBot(event)}`;
    case 'commandInvoked':
      return `message ${event.message.id} command ${event.commandId}`;
    case 'botJoinedChat':
      return `chat ${event.chatId}${ofBot(event)}`;
    case 'botDeleted':
      return `bot ${event.code}`;
    case 'userAdded':
      return `user ${event.personId}`;
    case 'testCalled':
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
