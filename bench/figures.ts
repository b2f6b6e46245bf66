/** What a row measures. Each figure of a row is compared on its own. */
export const FIGURES = {
  sent: { label: '', unit: 'requests/s', digits: 0, better: 'more' },
  delivered: { label: '', unit: 'delivered/s', digits: 0, better: 'more' },
  p50: { label: 'p50', unit: 'ms', digits: 2, better: 'less' },
  p99: { label: 'p99', unit: 'ms', digits: 2, better: 'less' },
  /** Processor time of the server process, from the kernel. */
  processor: { label: 'CPU', unit: 'us/request', digits: 0, better: 'less' },
  /** What the load reached of a rate that it was to keep. */
  pacedSent: { label: 'paced at', unit: 'requests/s', digits: 0, better: 'more' },
  deliveryP50: { label: 'delivery p50', unit: 'ms', digits: 2, better: 'less' },
  deliveryP99: { label: 'delivery p99', unit: 'ms', digits: 2, better: 'less' },
  /** From a message to its event at a bot that answers at once, after 1.3 s, after 9 s, that is new. */
  quick: { label: 'quick bot', unit: 'ms', digits: 0, better: 'less' },
  slow: { label: 'bot that takes 1.3 s', unit: 'ms', digits: 0, better: 'less' },
  thinking: { label: 'bot that takes 9 s', unit: 'ms', digits: 0, better: 'less' },
  newBot: { label: 'new bot', unit: 'ms', digits: 0, better: 'less' },
  /** From the time for which its second try was asked to that try. */
  failedOnce: { label: 'retry after a failure', unit: 'ms', digits: 0, better: 'less' },
  latest: { label: 'the latest of all', unit: 'ms', digits: 0, better: 'less' },
  tokenCost: { label: '', unit: 'x the same through a webhook', digits: 2, better: 'less' },
  /** Of a message of a bot beside one of a person; events that one reader fetches. */
  sendCost: { label: '', unit: 'x im.message.add', digits: 2, better: 'less' },
  fetched: { label: '', unit: 'fetched/s', digits: 0, better: 'more' },
  growth: { label: '', unit: 'x a small database', digits: 2, better: 'less' },
  /** From the navigation until the newest line and the field of a chat are painted. */
  usable: { label: 'usable', unit: 'ms', digits: 0, better: 'less' },
  otherChat: { label: 'another chat', unit: 'ms', digits: 0, better: 'less' },
  longTasks: { label: 'tasks over 50 ms', unit: 'while typing and scrolling', digits: 0, better: 'less' },
  screens: { label: 'on two screens', unit: 'ms', digits: 0, better: 'less' },
  start: { label: 'start', unit: 'ms', digits: 0, better: 'less' },
  idleMemory: { label: 'idle', unit: 'MB', digits: 0, better: 'less' },
  readersMemory: { label: '', unit: 'MB more', digits: 0, better: 'less' },
  messageMemory: { label: '', unit: 'bytes/message', digits: 0, better: 'less' },
} as const;

export type FigureName = keyof typeof FIGURES;

export type Figures = Readonly<Partial<Record<FigureName, number>>>;

/** How many messages were accepted, are stored and reached the bot. All must be the same. */
export interface Counts {
  readonly accepted: number;
  readonly stored: number;
  readonly delivered?: number;
}

/** What one round of a row found. */
export interface Found {
  readonly figures: Figures;
  readonly counts?: Counts;
}

export function isWhole({ counts }: Found): boolean {
  if (!counts) return true;
  const { accepted, stored, delivered = accepted } = counts;
  return accepted === stored && stored === delivered;
}

/** What a figure is called at the head of a column or a line. */
export function nameOf(figure: FigureName): string {
  const { label, unit } = FIGURES[figure];
  return `${label} ${unit}`.trim();
}

/** A figure in a sentence, as `p50 0.71 ms`. */
export function said(figure: FigureName, value: number): string {
  const { label, unit } = FIGURES[figure];
  return `${label} ${shown(figure, value)} ${unit}`.trim();
}

export function shown(figure: FigureName, value: number): string {
  const { digits } = FIGURES[figure];
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function namesIn(found: readonly Found[]): FigureName[] {
  return (Object.keys(FIGURES) as FigureName[]).filter((name) =>
    found.some(({ figures }) => figures[name] !== undefined),
  );
}

export function valuesOf(found: readonly Found[], name: FigureName): number[] {
  return found.map(({ figures }) => figures[name] ?? Number.NaN);
}
