/** One conversation of a visitor with a line, from their first message until somebody ends it. */
export interface LineSession {
  readonly id: number;
  /** Where the visitor came in. */
  readonly lineId: number;
  /** Whose queue it is passed to. */
  readonly queueLineId: number;
  readonly chatId: number;
  readonly visitorId: number;
  /** The bot that began it; 0: none did. */
  readonly botId: number;
  /** The person who has it in hand, or the only one who is asked to take it; 0: nobody, or several are asked. */
  readonly operatorId: number;
  readonly state: SessionState;
  /** Who was asked to take it. */
  readonly askedIds: readonly number[];
  /** Who was asked before them, and did not take it. */
  readonly triedIds: readonly number[];
  /** When somebody else is asked, in milliseconds; null: at no time. */
  readonly dueAt: number | null;
  /** Its messages have larger ids than this one. */
  readonly beginsAfter: number;
  readonly startedAt: number;
  readonly closedAt: number | null;
}

/** Who is to answer: a bot, whoever of those who were asked takes it first, or the one who took it. */
export type SessionState = 'bot' | 'queue' | 'operator' | 'closed';

export type SessionDraft = Omit<LineSession, 'id'>;

/** Somebody who writes from a site; their user is known by nothing but a token that their browser made. */
export interface Visitor {
  readonly userId: number;
  readonly lineId: number;
  readonly chatId: number;
}
