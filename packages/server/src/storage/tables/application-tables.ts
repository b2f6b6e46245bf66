import type { Generated } from 'kysely';

export interface ApplicationTable {
  id: Generated<number>;
  portal_id: number;
  kind: string;
  client_id: string;
  client_secret_hash: string | null;
  client_secret_sealed: string | null;
  application_token_sealed: string;
  /** Of the bot token that stands for it; null for one that has a name. */
  token_hash: string | null;
  status: string;
  title: string;
  handler_url: string;
  install_url: string;
  is_api_only: number;
  scope: string;
  version: number;
  owner_id: number;
  /** null: everybody. */
  allowed_user_ids: string | null;
  created_at: number;
  installed_at: number | null;
  removed_at: number | null;
  token_seconds: Generated<number>;
}

export interface AuthorizationCodeTable {
  code_hash: string;
  application_id: number;
  user_id: number;
  family: string;
  expires_at: number;
  used_at: number | null;
}

/** Refresh tokens that came out of one grant; written when the first of them is used. */
export interface TokenFamilyTable {
  family: string;
  application_id: number;
  /** The newest one that was given out. */
  number: number;
  rotated_at: number;
  expires_at: number;
  revoked_at: number | null;
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
  event_mode: Generated<string>;
  /** Where a bot of generation 2 hears of events. */
  webhook_url: Generated<string>;
  has_reactions: Generated<number>;
  background: string | null;
  registered_by: Generated<number>;
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

export interface FirstRunTable {
  application_id: number;
  user_id: number;
}

export interface ApplicationOptionTable {
  application_id: number;
  /** 0: the application's own. */
  user_id: number;
  name: string;
  value: string;
}
