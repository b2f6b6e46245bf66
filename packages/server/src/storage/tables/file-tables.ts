import type { Generated } from 'kysely';

export interface ContentTable {
  id: Generated<number>;
  portal_id: number;
  key: string;
  size: number;
  hash: Generated<string>;
  width: number | null;
  height: number | null;
  has_preview: Generated<number>;
  /** Since when no file has it; null: one does. */
  released_at: number | null;
  created_at: number;
}

export interface ContentTotalTable {
  portal_id: number;
  /** Of all contents that take room, released ones too. */
  bytes: number;
}

export interface FileStorageTable {
  id: Generated<number>;
  portal_id: number;
  /** 0: of all chats. */
  owner_id: Generated<number>;
  root_id: Generated<number>;
}

/** Folders and files. */
export interface StoredFileTable {
  id: Generated<number>;
  portal_id: number;
  storage_id: number;
  /** null: the root of its storage. */
  parent_id: number | null;
  chat_id: number | null;
  is_folder: number;
  name: string;
  /** null: a folder. */
  content_id: number | null;
  message_id: number | null;
  is_plain: Generated<number>;
  created_by: number;
  created_at: number;
}
