import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** What people are told beside their chats. */
export const notifications: Migration = {
  name: '0019-notifications',
  statements(dialect: Dialect) {
    const { id, ref, time, flag, text } = columns(dialect);
    return [
      `create table notification (
        id ${id},
        user_id ${ref} not null references "user"(id),
        author_id ${ref} not null,
        application_id ${ref},
        module ${text} not null,
        event ${text} not null,
        tag ${text},
        sub_tag ${text},
        subject_id ${ref} not null,
        text ${text} not null,
        folded ${text} not null,
        attach ${text},
        is_open ${flag} not null,
        is_read ${flag} not null default 0,
        created_at ${time} not null
      )`,
      'create index notification_of_user on notification(user_id, id)',
      'create index notification_unread on notification(user_id, id) where is_read = 0',
      'create index notification_open on notification(user_id, id) where is_open = 1',
      'create index notification_tag on notification(application_id, tag, user_id) where tag is not null',
      'create index notification_sub_tag on notification(application_id, sub_tag) where sub_tag is not null',
    ];
  },
};
