import type { Generated } from 'kysely';

export interface ChatTable {
  id: Generated<number>;
  portal_id: number;
  type: string;
  /**
   * "smaller:larger" user id of a private chat, so that two people share exactly one; "notifications:user id" of where
   * somebody's notifications stand.
   */
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
  /** Of its files; null: none was asked for yet. */
  folder_id: number | null;
  /** 1: people cannot write there for now. */
  is_field_off: Generated<number>;
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
  is_pinned: Generated<number>;
  /** Marked as unread by hand. */
  is_marked: Generated<number>;
  /** Not in the list of recent chats until a line with a larger id is written. */
  hidden_up_to: Generated<number>;
  /** When the member last changed one of these three. */
  marks_changed_at: number | null;
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

/** What its sender called a message before it was sent. */
export interface MessageTemplateTable {
  message_id: number;
  chat_id: number;
  author_id: number;
  uuid: string;
}

/** What an author had written into a chat up to a line, as often as it was noted. */
export interface LineTotalTable {
  chat_id: number;
  /** 0: all of them together, but for the portal itself. */
  author_id: number;
  seq: number;
  lines: number;
}

export interface ReactionTable {
  message_id: number;
  user_id: number;
  reaction: string;
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
