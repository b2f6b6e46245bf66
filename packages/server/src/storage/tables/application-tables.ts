import type { Generated } from 'kysely';

export interface ApplicationTable {
  id: Generated<number>;
  portal_id: number;
  client_id: string;
  application_token_sealed: string;
  status: string;
  created_at: number;
}

export interface WebhookTable {
  id: Generated<number>;
  portal_id: number;
  user_id: number;
  code_hash: string;
  code_sealed: string;
  scope: string;
  title: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
}

export interface HandlerTable {
  id: Generated<number>;
  application_id: number;
  event: string;
  url: string;
}

export interface BotTable {
  user_id: number;
  portal_id: number;
  application_id: number;
  receiver_id: number;
  generation: string;
  code: string;
  type: string;
  is_openline: number;
  is_hidden: number;
  created_at: number;
  deleted_at: number | null;
}

export interface CommandTable {
  id: Generated<number>;
  portal_id: number;
  bot_id: number;
  handler_id: number;
  name: string;
  /** The name in lower case: commands are found whatever the case they are typed in. */
  name_key: string;
  is_common: number;
  is_hidden: number;
  is_extranet: number;
  titles: string;
  created_at: number;
}
