import type { Generated } from 'kysely';

/** Rows as they lie in the database. Flags are 0 or 1, times are milliseconds since 1970 (UTC), documents are JSON text. */
export interface Tables {
  portal: PortalTable;
  image: ImageTable;
  user: UserTable;
  application: ApplicationTable;
  webhook: WebhookTable;
  handler: HandlerTable;
  bot: BotTable;
  command: CommandTable;
  chat: ChatTable;
  member: MemberTable;
  message: MessageTable;
  reaction: ReactionTable;
  invocation: InvocationTable;
  event: EventTable;
  attempt: AttemptTable;
  bot_delivery: BotDeliveryTable;
}

export interface PortalTable {
  id: Generated<number>;
  /** null answers to every host: the one portal of a fresh install. */
  host: string | null;
  member_id: string;
  language: string;
  created_at: number;
}

export interface ImageTable {
  id: Generated<number>;
  portal_id: number;
  /** Unguessable, with its ending; the last part of the address the image is served at. */
  name: string;
  media_type: string;
  content: Uint8Array;
  created_at: number;
}

export interface UserTable {
  id: Generated<number>;
  portal_id: number;
  is_bot: number;
  is_active: number;
  is_admin: number;
  is_extranet: number;
  name: string;
  last_name: string;
  email: string;
  work_position: string;
  gender: string;
  birthday: string;
  website: string;
  color: string;
  photo: string;
  language: string;
  created_at: number;
  last_activity_at: number | null;
}

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

export interface ChatTable {
  id: Generated<number>;
  portal_id: number;
  type: string;
  /** "smaller:larger" user id of a private chat, so that two people share exactly one. */
  private_key: string | null;
  title: string;
  description: string;
  color: string;
  avatar: string;
  owner_id: number;
  entity_type: string;
  entity_id: string;
  entity_data_1: string;
  entity_data_2: string;
  entity_data_3: string;
  /** Lines taken out of the history; the newest `seq` less this is the number of messages, without counting rows. */
  removed_count: Generated<number>;
  created_at: number;
}

export interface MemberTable {
  chat_id: number;
  user_id: number;
  is_bot: number;
  role: string;
  /** Messages up to and including this id are hidden from the member. */
  history_after: number;
  last_read_id: Generated<number>;
  last_read_at: number | null;
  is_muted: Generated<number>;
  joined_at: number;
}

export interface MessageTable {
  id: Generated<number>;
  chat_id: number;
  /** 1, 2, 3 ... within its chat. */
  seq: number;
  author_id: number;
  text: string;
  is_system: number;
  uuid: string | null;
  reply_to_id: number | null;
  params: string | null;
  created_at: number;
  edited_at: number | null;
  deleted_at: number | null;
}

export interface ReactionTable {
  message_id: number;
  user_id: number;
  created_at: number;
}

export interface InvocationTable {
  message_id: number;
  command_id: number;
  bot_id: number;
  chat_id: number;
  user_id: number;
  created_at: number;
}

export interface EventTable {
  id: Generated<number>;
  bot_id: number;
  /** The dialog: events of one bot and one lane are delivered one after the other. */
  lane: number;
  type: string;
  facts: string;
  /** 0 pending, 1 delivered, 2 dead letter, 3 dropped with its bot. */
  state: Generated<number>;
  attempts: Generated<number>;
  first_failed_at: number | null;
  next_try_at: Generated<number>;
  created_at: number;
  finished_at: number | null;
}

export interface AttemptTable {
  id: Generated<number>;
  event_id: number;
  at: number;
  duration_ms: number;
  status: number | null;
  error: string | null;
  /** The body as sent, without its tokens. */
  request: string | null;
  answer: string | null;
}

export interface BotDeliveryTable {
  bot_id: number;
  lease_owner: string | null;
  lease_until: Generated<number>;
  epoch: Generated<number>;
  failures: Generated<number>;
  not_before: Generated<number>;
  /** 0: like the cloud, an event is sent once and never again. */
  retries: Generated<number>;
}
