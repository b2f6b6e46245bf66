import type { Generated } from 'kysely';

export interface CredentialTable {
  user_id: number;
  password_hash: string;
  changed_at: number;
}

export interface SessionTable {
  id: Generated<number>;
  portal_id: number;
  user_id: number;
  token_hash: string;
  created_at: number;
  last_seen_at: number;
  device: string;
}

export interface InvitationTable {
  id: Generated<number>;
  portal_id: number;
  /** null: whoever follows it becomes the first administrator. */
  user_id: number | null;
  code_hash: string;
  created_at: number;
}
