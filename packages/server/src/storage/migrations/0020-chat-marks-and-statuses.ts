import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/**
 * What somebody has set on a chat in their list of recent ones stands with their place in it, and is gone with that. Nothing
 * of it is written when a message is sent (docs/decisions/0020-recent-chats-are-put-in-order-when-asked-for.md).
 */
export const chatMarksAndStatuses: Migration = {
  name: '0020-chat-marks-and-statuses',
  statements(dialect: Dialect) {
    const { ref, flag, time, text } = columns(dialect);
    return [
      `alter table member add column is_pinned ${flag} not null default 0`,
      `alter table member add column is_marked ${flag} not null default 0`,
      `alter table member add column hidden_up_to ${ref} not null default 0`,
      `alter table member add column marks_changed_at ${time}`,
      'create index pinned_by_user on member(user_id, chat_id) where is_pinned = 1',
      'create index muted_in_chat on member(chat_id, user_id) where is_muted = 1',
      "create index running_chat on member(chat_id, user_id) where role <> 'member'",
      `alter table "user" add column status ${text} not null default ''`,
      `alter table "user" add column idle_since ${time}`,
    ];
  },
};
