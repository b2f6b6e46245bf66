import type { LineHours } from './hours.ts';

/** An open channel: where visitors of a site write, to a bot first and to people of a queue after that. */
export interface Line {
  readonly id: number;
  readonly portalId: number;
  /** Unguessable; stands in the address of its page. */
  readonly code: string;
  readonly name: string;
  /** false: nobody can write there. */
  readonly isActive: boolean;
  /** Two letters, of what stands on its page. */
  readonly language: string;
  /** The bot that speaks with visitors first; 0: none. */
  readonly welcomeBotId: number;
  /** false: people answer from the start, whichever bot is named. */
  readonly usesBot: boolean;
  /** Each visit begins with the greeting. */
  readonly greets: boolean;
  readonly greeting: string;
  /** Who answers when the bot has passed somebody on, in this order. */
  readonly queue: readonly QueueEntry[];
  readonly distribution: Distribution;
  /** Seconds that somebody has to take a visitor before the next one is asked; 0: as long as it takes. */
  readonly passesOnAfter: number;
  /** When they answer; undefined: at any time. */
  readonly hours: LineHours | undefined;
  /** Origins of the sites whose pages may show it in a frame. */
  readonly sites: readonly string[];
  /** What programs keep with it under names of their own, and nothing here reads. */
  readonly kept: Readonly<Record<string, KeptValue>>;
  /** The person who made it or changed it last; 0: whoever owns the data. */
  readonly changedBy: number;
  readonly createdAt: number;
  readonly changedAt: number;
}

export interface QueueEntry {
  readonly kind: 'person' | 'department';
  readonly id: number;
}

/** strictly: the first one; evenly: who has the fewest visitors; all: everybody, and who answers first has them. */
export type Distribution = (typeof DISTRIBUTIONS)[number];
export const DISTRIBUTIONS = ['evenly', 'strictly', 'all'] as const;

export type KeptValue = string | readonly string[] | Readonly<Record<string, string>> | null;

export type LineDraft = Omit<Line, 'id' | 'createdAt' | 'changedAt'>;

/** A line of which nothing is said but what it is called. */
export const NEW_LINE = {
  isActive: true,
  welcomeBotId: 0,
  usesBot: true,
  greets: false,
  greeting: '',
  queue: [],
  distribution: 'evenly',
  passesOnAfter: 60,
  hours: undefined,
  sites: [],
  kept: {},
} as const satisfies Partial<LineDraft>;
