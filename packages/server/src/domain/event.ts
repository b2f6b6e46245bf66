import type { AgentStatus } from './chat/agent-status.ts';
import type { ChatType } from './chat/chat.ts';
import type { Reaction } from './message/reaction.ts';

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
    }
  | ReactionEvent
  /** Somebody has opened the dialog with the bot, and passed something on to it. */
  | {
      readonly type: 'contextGiven';
      readonly userId: number;
      readonly chatId: number;
      readonly context: Readonly<Record<string, unknown>>;
    };

interface ReactionEvent {
  readonly type: 'reactionChanged';
  readonly userId: number;
  readonly reaction: Reaction;
  /** false: it was taken back. */
  readonly isAdded: boolean;
  readonly message: MessageFacts;
}

/** What is kept for a person of what happens in their chats. */
export type UserEvent =
  | Extract<BotEvent, { type: 'messageAdded' | 'messageChanged' | 'messageDeleted' }>
  | ReactionEvent
  | { readonly type: 'memberJoined'; readonly userId: number; readonly chatId: number };

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
    }
  /** The application itself asked for it, with whatever it sent along. */
  | { readonly type: 'testCalled'; readonly userId: number; readonly query: Readonly<Record<string, unknown>> }
  /** Something waits for it to be fetched. */
  | { readonly type: 'offlineChanged'; readonly userId: number };

/** What anybody may be told, outgoing webhooks too. */
export type PublicEvent = { readonly type: 'userAdded'; readonly userId: number; readonly personId: number };

/** What a bot was told, for those who ask for what the bots of their application are told. */
export type ApplicationBotEvent = BotEvent & { readonly botId: number };

export type PortalEvent = BotEvent | UserEvent | ApplicationBotEvent | ApplicationEvent | PublicEvent;

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
  /** Files that were sent with it; without any it is left out, as in facts of versions that knew none. */
  readonly fileIds?: readonly number[];
  readonly skipConnector: boolean;
}

/** What happened, for those who watch the portal live. */
export type Change =
  | {
      readonly type: 'messageAdded' | 'messageChanged' | 'messageDeleted';
      readonly portalId: number;
      readonly chatId: number;
      readonly messageId: number;
      /** It is to be shown what stands behind this link; left out: there is nothing to be looked for. */
      readonly link?: string | undefined;
    }
  | { readonly type: 'reactionChanged'; readonly portalId: number; readonly chatId: number; readonly messageId: number }
  | {
      readonly type: 'membersChanged';
      readonly portalId: number;
      readonly chatId: number;
      /** Who was a member before and is none now: they are to see it, too. */
      readonly formerIds: readonly number[];
    }
  /** Somebody has read a chat up to another line than before. */
  | { readonly type: 'chatRead'; readonly portalId: number; readonly chatId: number; readonly userId: number }
  /** Somebody was told something beside their chats. */
  | {
      readonly type: 'notificationAdded';
      readonly portalId: number;
      readonly userId: number;
      readonly notificationId: number;
    }
  /** Of what somebody was told, some was read, made unread, answered or taken away. */
  | { readonly type: 'notificationsChanged'; readonly portalId: number; readonly userId: number }
  /** Somebody has pinned a chat, hidden it or marked it as unread, or taken that back. */
  | { readonly type: 'recentChanged'; readonly portalId: number; readonly chatId: number; readonly userId: number }
  /** Something was taken away that has more rows than go at once. */
  | { readonly type: 'leftBehind'; readonly portalId: number }
  /** Whoever runs it has just said where it hears: what failed before may arrive now. */
  | { readonly type: 'receiverSetUp'; readonly portalId: number; readonly receiverId: number }
  /** It hears of events in another way than before, or is to fetch some again: what waits for it is read anew. */
  | { readonly type: 'receiverSwitched'; readonly portalId: number; readonly receiverId: number }
  /** An application is opened at other places of the portal than before. */
  | { readonly type: 'placementsChanged'; readonly portalId: number; readonly applicationId: number }
  /** A bot has given, changed or taken away a button beside the field in which people write. */
  | { readonly type: 'chatAppsChanged'; readonly portalId: number }
  | {
      readonly type: 'typing';
      readonly portalId: number;
      readonly chatId: number;
      readonly userId: number;
      /** What they do instead of typing, and for how many seconds it is shown; each takes the place of the last. */
      readonly status?: AgentStatus | undefined;
      readonly seconds?: number;
    }
  /** Somebody has come, or says otherwise than before whether they want to be spoken to. */
  | { readonly type: 'presenceChanged'; readonly portalId: number; readonly userId: number }
  /** Somebody was signed out in one browser or in all of them, was dismissed, or may see more or less than before. */
  | { readonly type: 'accessChanged'; readonly portalId: number; readonly userId: number }
  /** The field that people write in was switched on or off in a chat. */
  | { readonly type: 'textFieldChanged'; readonly portalId: number; readonly chatId: number }
  | {
      readonly type: 'eventRecorded';
      readonly portalId: number;
      readonly eventId: number;
      readonly receiverId: number;
      readonly lane: number;
      readonly event: PortalEvent;
      /** By which of its subscriptions the receiver hears of it; null for a bot. */
      readonly subscriptionId: number | null;
      /** Not to be sent before then; milliseconds since 1970. */
      readonly from: number;
      /** It is not sent: the receiver fetches it. */
      readonly isFetched: boolean;
    };
