/** A user that a program speaks through. */
export interface Bot {
  /** The id of its user. */
  readonly id: number;
  readonly portalId: number;
  readonly applicationId: number;
  /** Under which it hears of events. */
  readonly receiverId: number;
  /** Events go out in the format of the generation that the bot was registered with. */
  readonly generation: 'v1' | 'v2';
  readonly code: string;
  readonly type: BotType;
  readonly isOpenline: boolean;
  /** Not shown in lists. */
  readonly isHidden: boolean;
}

/** B hears what is addressed to it, H too and types first, S hears everything in its chats, O serves open channels. */
export type BotType = 'B' | 'H' | 'S' | 'O';
