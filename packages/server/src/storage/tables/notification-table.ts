import type { Generated } from 'kysely';

export interface NotificationTable {
  id: Generated<number>;
  /** Who is told. */
  user_id: number;
  /** 0: the portal itself. */
  author_id: number;
  /** null: the portal itself, or a program that did not say which one it is. */
  application_id: number | null;
  module: string;
  event: string;
  tag: string | null;
  sub_tag: string | null;
  /** The chat that it is about; 0: none. */
  subject_id: number;
  text: string;
  /** The beginning of the text as it is searched. */
  folded: string;
  attach: string | null;
  /** 1: it has buttons, and none was pressed yet. */
  is_open: number;
  is_read: Generated<number>;
  created_at: number;
}
