import type { Generated } from 'kysely';

export interface LineTable {
  id: Generated<number>;
  portal_id: number;
  code: string;
  name: string;
  is_active: number;
  language: string;
  welcome_bot_id: number;
  uses_bot: number;
  greets: number;
  greeting: string;
  distribution: string;
  /** A document: who answers, in order. */
  queue: string;
  /** A document: origins. */
  sites: string;
  /** A document: what programs keep with it. */
  kept: string;
  /** Seconds. */
  passes_on_after: Generated<number>;
  /** A document; null: people answer at any time. */
  hours: string | null;
  changed_by: number;
  created_at: number;
  changed_at: number;
  removed_at: number | null;
}

export interface VisitorTable {
  user_id: number;
  line_id: number;
  chat_id: number;
  token_hash: string;
}

export interface LineSessionTable {
  id: Generated<number>;
  line_id: number;
  queue_line_id: number;
  chat_id: number;
  visitor_id: number;
  bot_id: number;
  operator_id: number;
  state: string;
  /** A document: who was asked to take it. */
  asked_ids: string;
  /** A document: who was asked before them, and did not. */
  tried_ids: Generated<string>;
  /** When somebody else is asked. */
  due_at: number | null;
  /** Its messages have larger ids than this one. */
  begins_after: Generated<number>;
  started_at: number;
  closed_at: number | null;
}
