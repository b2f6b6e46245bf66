/** What a bot is busy with, shown in the place of its typing. */
export const AGENT_STATUSES = [
  'thinking',
  'searching',
  'generating',
  'analyzing',
  'processing',
  'translating',
  'connecting',
  'checking',
  'calculating',
  'readingDocs',
  'composing',
] as const;

export type AgentStatus = (typeof AGENT_STATUSES)[number];
