/** REST calls that were answered together, as they are kept for a while: a document of facts, and the texts that they name. */
export interface CallBatchTable {
  /** Number of its first call; those that follow have the next numbers. */
  first_id: number;
  last_id: number;
  /** When its oldest call began, and its newest one. */
  from_at: number;
  until_at: number;
  /** Calls of it that were refused. */
  refused: number;
  /** Calls before it that are not kept, because there were too many to be written. */
  dropped: number;
  facts: string;
  texts: string;
}
