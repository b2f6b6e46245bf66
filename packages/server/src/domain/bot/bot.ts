/** A user through which a program writes. */
export interface Bot extends BotFeatures {
  /** The id of its user. */
  readonly id: number;
  readonly portalId: number;
  readonly applicationId: number;
  /** The receiver of its events. */
  readonly receiverId: number;
  /** Events go out in the format of the generation that the bot was registered with. */
  readonly generation: Generation;
  readonly code: string;
  readonly type: BotType;
  readonly isOpenline: boolean;
  /** Not shown in lists. */
  readonly isHidden: boolean;
}

export type Generation = 'v1' | 'v2';

/** What only bots of generation 2 can choose. */
export interface BotFeatures {
  /** webhook: it is called; fetch: its events are kept until it fetches them. */
  readonly eventMode: 'webhook' | 'fetch';
  /** Where a bot of generation 2 is called; a bot of generation 1 is called at the handlers of its application. */
  readonly webhookUrl: string;
  /** People can react to its messages. */
  readonly hasReactions: boolean;
  /** Behind its private chats; null: what each person has chosen. */
  readonly background: Background | null;
  /** The person who registered it, for whom its tokens are; 0: nobody known. */
  readonly registeredBy: number;
}

/** How much of each there is. */
export interface BotActivity {
  readonly messages: number;
  readonly chats: number;
  readonly people: number;
}

/** How every bot of generation 1 is. */
export const FIRST_GENERATION: BotFeatures = {
  eventMode: 'webhook',
  webhookUrl: '',
  hasReactions: true,
  background: null,
  registeredBy: 0,
};

/**
 * bot: receives messages that are addressed to it; human: the same, and shows that it types first; supervisor, personal:
 * receive everything in their chats; openline: serves open channels; network: the same as bot.
 */
export type BotType = 'bot' | 'human' | 'supervisor' | 'personal' | 'openline' | 'network';

export const BACKGROUNDS = ['azure', 'mint', 'steel', 'slate', 'teal', 'cornflower', 'sky', 'peach', 'frost'] as const;
export type Background = (typeof BACKGROUNDS)[number];
