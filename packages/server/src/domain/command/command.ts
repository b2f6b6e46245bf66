/** A slash command of a bot. */
export interface Command {
  readonly id: number;
  readonly portalId: number;
  readonly botId: number;
  readonly handlerId: number;
  /** As registered, without the slash; found whatever the case it is typed in. */
  readonly name: string;
  /** Works in chats where the bot is not a member, too. */
  readonly isCommon: boolean;
  /** Works, but is not listed. */
  readonly isHidden: boolean;
  /** Works for extranet people, too. */
  readonly isExtranet: boolean;
  readonly titles: readonly CommandTitle[];
}

export interface CommandTitle {
  /** Lower case. */
  readonly language: string;
  readonly title: string;
  /** What may be typed behind the name, in words. */
  readonly params: string;
}

export type CommandDraft = Omit<Command, 'id'>;
