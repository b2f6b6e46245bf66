import type { ChatType } from './chat/chat.ts';

/**
 * What a bot is told. Facts only, as they were when it happened; the body that a handler gets is made from them
 * when it is sent. The lane of every one of them is its chat: order is kept within (receiver, chat).
 */
export type BotEvent =
  | { readonly type: 'messageAdded'; readonly userId: number; readonly message: MessageFacts }
  | { readonly type: 'messageChanged'; readonly userId: number; readonly message: MessageFacts }
  | { readonly type: 'messageDeleted'; readonly userId: number; readonly message: MessageFacts }
  | {
      readonly type: 'botJoinedChat';
      readonly userId: number;
      readonly chatId: number;
      readonly chatType: ChatType;
      readonly seesHistory: boolean;
    }
  | { readonly type: 'botDeleted'; readonly userId: number; readonly code: string }
  | {
      readonly type: 'commandInvoked';
      readonly userId: number;
      readonly commandId: number;
      readonly command: string;
      readonly params: string;
      readonly context: InvocationContext;
      readonly message: MessageFacts;
    };

/** What an application is told beside what its bots are. Facts only, too. */
export type ApplicationEvent =
  | { readonly type: 'applicationInstalled'; readonly userId: number; readonly version: string }
  | {
      readonly type: 'applicationUpdated';
      readonly userId: number;
      readonly version: string;
      readonly previousVersion: string;
    }
  | {
      readonly type: 'applicationRemoved';
      readonly userId: number;
      /** What it has kept in the portal goes with it. */
      readonly isClean: boolean;
    };

export type PortalEvent = BotEvent | ApplicationEvent;

/** Where a command was called: typed, by a button under a message, from a message's menu. */
export type InvocationContext = 'textarea' | 'keyboard' | 'menu';

export interface MessageFacts {
  readonly id: number;
  readonly chatId: number;
  readonly chatType: ChatType;
  readonly authorId: number;
  readonly text: string;
  readonly isSystem: boolean;
  readonly uuid: string | null;
  readonly createdAt: number;
  /** The message before it in the chat, 0 for the first. */
  readonly previousId: number;
  readonly mentionedIds: readonly number[];
  /** Bots among the members. */
  readonly botIds: readonly number[];
  readonly skipConnector: boolean;
}

/** What happened, for those who watch the portal live. */
export type Change =
  | {
      readonly type: 'messageAdded' | 'messageChanged' | 'messageDeleted';
      readonly portalId: number;
      readonly chatId: number;
      readonly messageId: number;
    }
  | { readonly type: 'reactionChanged'; readonly portalId: number; readonly chatId: number; readonly messageId: number }
  | { readonly type: 'membersChanged'; readonly portalId: number; readonly chatId: number }
  | { readonly type: 'typing'; readonly portalId: number; readonly chatId: number; readonly userId: number }
  | {
      readonly type: 'eventRecorded';
      readonly portalId: number;
      readonly eventId: number;
      readonly receiverId: number;
      readonly lane: number;
      readonly eventType: PortalEvent['type'];
    };
