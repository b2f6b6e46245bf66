/** A program that owns bots. */
export interface Application {
  readonly id: number;
  readonly portalId: number;
  readonly kind: ApplicationKind;
  readonly clientId: string;
  /** Sent in every event, so that a handler can tell the portal's calls from anybody else's. */
  readonly applicationToken: string;
  readonly status: ApplicationStatus;
  readonly title: string;
  /** Its main page, or where it hears of events; people who let it act for them are sent back there. */
  readonly handlerUrl: string;
  /** What is shown, or told, when it is installed; empty: the handler. */
  readonly installUrl: string;
  readonly isApiOnly: boolean;
  readonly scope: readonly string[];
  readonly version: number;
  /** Who brought it in, and acts for it where nobody else does; 0: nobody. */
  readonly ownerId: number;
  /** Who may use it; null: everybody. */
  readonly allowedUserIds: readonly number[] | null;
  /** Until then only administrators may use it, and it is told of nothing. */
  readonly isInstalled: boolean;
  /** For how many seconds access tokens that are given out now can be used. */
  readonly tokenSeconds: number;
  /** It stays for its last events alone. */
  readonly isRemoved: boolean;
}

/**
 * webhook: whatever programs behind webhooks call themselves, per portal, with no existence of its own.
 * token: known by a bot token alone, the owner of bots of generation 2.
 * local: registered in this portal with a secret and acting through OAuth tokens.
 */
export type ApplicationKind = 'webhook' | 'token' | 'local';

/** local, free, demo, trial, paid. */
export type ApplicationStatus = 'L' | 'F' | 'D' | 'T' | 'P';

export type ApplicationDraft = Omit<Application, 'id' | 'tokenSeconds' | 'isRemoved'>;

/** A program that is known by nothing but the name it gives itself. */
export function namedApplication(portalId: number, clientId: string, applicationToken: string): ApplicationDraft {
  return {
    portalId,
    kind: 'webhook',
    clientId,
    applicationToken,
    status: 'L',
    title: '',
    handlerUrl: '',
    installUrl: '',
    isApiOnly: true,
    scope: [],
    version: 1,
    ownerId: 0,
    allowedUserIds: null,
    isInstalled: true,
  };
}

/** What stands in the events of a program's bots before its bot token (V4). */
const TOKEN_MARK = 'custom';

export const BOT_TOKEN_LENGTH = 40;

/** Whether it can own anything new; what a longer one owns already stays its own. */
export function isBotToken(text: string): boolean {
  // A character is two units of the string at most: what is longer need not be taken apart.
  return text.length <= 2 * BOT_TOKEN_LENGTH && [...text].length <= BOT_TOKEN_LENGTH;
}

/**
 * A program that is known by its bot token. Its client id is drawn: the token is a secret, and whatever a program behind
 * a webhook calls itself is never this one (V5).
 */
export function tokenApplication(portalId: number, botToken: string, drawn: string, ownerId: number): ApplicationDraft {
  return {
    ...namedApplication(portalId, `token.${drawn}`, `${TOKEN_MARK}${botToken}`),
    kind: 'token',
    status: 'F',
    scope: ['imbot'],
    ownerId,
  };
}

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
