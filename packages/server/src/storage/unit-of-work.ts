import type { Cause } from '#domain/cause.ts';
import type { Change } from '#domain/event.ts';
import type { LinkCodec } from '#domain/file/file-link.ts';
import type { TokenCodec } from '#domain/oauth/token.ts';
import type { Settings } from '#domain/settings.ts';
import type { Random } from '#kit/random.ts';
import type { Secrets } from './secrets.ts';
import type { Session } from './session.ts';
import { applicationStore } from './stores/application-store.ts';
import { botStore } from './stores/bot-store.ts';
import { chatAppStore } from './stores/chat-app-store.ts';
import { chatStore } from './stores/chat-store.ts';
import { commandStore } from './stores/command-store.ts';
import { contentStore } from './stores/content-store.ts';
import { credentialStore } from './stores/credential-store.ts';
import { deliveryTroubles } from './stores/delivery-troubles.ts';
import { departmentStore } from './stores/department-store.ts';
import { eventLog } from './stores/event-log.ts';
import { fetchStore } from './stores/fetch-store.ts';
import { fieldValueStore } from './stores/field-value-store.ts';
import { fileStore } from './stores/file-store.ts';
import { firstRunStore } from './stores/first-run-store.ts';
import { foundNames } from './stores/found-names.ts';
import { grantStore } from './stores/grant-store.ts';
import { handlerStore } from './stores/handler-store.ts';
import { imageStore } from './stores/image-store.ts';
import { invitationStore } from './stores/invitation-store.ts';
import { invocationStore } from './stores/invocation-store.ts';
import { leftoverStore } from './stores/leftover-store.ts';
import { lineSessionStore } from './stores/line-session-store.ts';
import { lineStore } from './stores/line-store.ts';
import { memberStore } from './stores/member-store.ts';
import { messageStore } from './stores/message-store.ts';
import { messageTemplateStore } from './stores/message-template-store.ts';
import { messageWordStore } from './stores/message-word-store.ts';
import { notificationStore } from './stores/notification-store.ts';
import { offlineEventStore } from './stores/offline-event-store.ts';
import { offlineNoticeStore } from './stores/offline-notice-store.ts';
import { optionStore } from './stores/option-store.ts';
import { outgoingWebhookStore } from './stores/outgoing-webhook-store.ts';
import { placementStore } from './stores/placement-store.ts';
import { portalStore } from './stores/portal-store.ts';
import { reactionStore } from './stores/reaction-store.ts';
import { readMarkStore } from './stores/read-mark-store.ts';
import { receiverStore } from './stores/receiver-store.ts';
import { recentStore } from './stores/recent-store.ts';
import { searchedDialogStore } from './stores/searched-dialog-store.ts';
import { subscriptionStore } from './stores/subscription-store.ts';
import { userFieldStore } from './stores/user-field-store.ts';
import { userQueueStore } from './stores/user-queue-store.ts';
import { userStore } from './stores/user-store.ts';
import { visitorStore } from './stores/visitor-store.ts';
import { webSessionStore } from './stores/web-session-store.ts';
import { webhookStore } from './stores/webhook-store.ts';

/** All stores over one connection. */
export function stores(session: Session, secrets: Secrets) {
  return {
    portals: portalStore(session),
    images: imageStore(session),
    contents: contentStore(session),
    files: fileStore(session),
    users: userStore(session),
    departments: departmentStore(session),
    userFields: userFieldStore(session),
    fieldValues: fieldValueStore(session),
    applications: applicationStore(session, secrets),
    grants: grantStore(session, secrets),
    webhooks: webhookStore(session, secrets),
    options: optionStore(session),
    firstRuns: firstRunStore(session),
    placements: placementStore(session),
    outgoingWebhooks: outgoingWebhookStore(session, secrets),
    handlers: handlerStore(session),
    bots: botStore(session),
    commands: commandStore(session),
    chatApps: chatAppStore(session, secrets),
    chats: chatStore(session),
    members: memberStore(session),
    readMarks: readMarkStore(session),
    recent: recentStore(session),
    messages: messageStore(session),
    messageTemplates: messageTemplateStore(session),
    messageWords: messageWordStore(session),
    names: foundNames(session),
    searchedDialogs: searchedDialogStore(session),
    reactions: reactionStore(session),
    invocations: invocationStore(session),
    notifications: notificationStore(session),
    lines: lineStore(session),
    visitors: visitorStore(session, secrets),
    lineSessions: lineSessionStore(session),
    receivers: receiverStore(session),
    subscriptions: subscriptionStore(session),
    offlineEvents: offlineEventStore(session),
    offlineNotices: offlineNoticeStore(session),
    events: eventLog(session),
    fetches: fetchStore(session),
    userQueues: userQueueStore(session),
    troubles: deliveryTroubles(session),
    credentials: credentialStore(session),
    invitations: invitationStore(session, secrets),
    webSessions: webSessionStore(session, secrets),
    leftovers: leftoverStore(session),
  };
}

type Stores = ReturnType<typeof stores>;

/** A store without the verbs that write or wait for others: see `store-verbs` in tools/source-rules.ts. */
type ReadingStore<S> = {
  readonly [Verb in keyof S as Verb extends `${'find' | 'get' | 'list' | 'count'}${string}` ? Verb : never]: S[Verb];
};

type ReadingStores = { readonly [Name in keyof Stores]: ReadingStore<Stores[Name]> };

interface Unit {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly random: Random;
  readonly settings: Settings;
  readonly tokens: TokenCodec;
  readonly links: LinkCodec;
  /** What it has announced so far. */
  announced(): readonly Change[];
}

/** What those are given who only look; a {@link UnitOfWork} is one, too. */
export interface Reading extends Unit, ReadingStores {}

/**
 * Everything that is done together or not at all. All writes of a unit bear the same time;
 * what it announces is told to the living (delivery, open browsers) only after it is on disk.
 */
export interface UnitOfWork extends Unit, Stores {
  /** undefined: nobody of whom anything depends on it. */
  readonly cause: Cause | undefined;
  announce(change: Change): void;
  /** Tells it at once, whatever becomes of the unit: what somebody has said, even where it changes nothing on disk. */
  announceNow(change: Change): void;
  /** Whether this unit has not told the subscription yet that something waits for it; from now on it has. */
  isFirstNotice(subscriptionId: number): boolean;
}
