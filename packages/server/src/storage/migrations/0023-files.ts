import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Files of chats and people. What is in them lies elsewhere, under the key of a content. */
export const files: Migration = {
  name: '0023-files',
  statements(dialect: Dialect) {
    const { id, ref, text, time, flag, int } = columns(dialect);
    return [
      `create table content (
        id ${id},
        portal_id ${ref} not null references portal(id),
        key ${text} not null unique,
        size ${ref} not null,
        hash ${text} not null default '',
        width ${int},
        height ${int},
        has_preview ${flag} not null default 0,
        released_at ${time},
        created_at ${time} not null
      )`,
      'create index released_content on content(released_at) where released_at is not null',
      `create table content_total (
        portal_id ${ref} primary key references portal(id),
        bytes ${ref} not null
      )`,
      `create table file_storage (
        id ${id},
        portal_id ${ref} not null references portal(id),
        owner_id ${ref} not null default 0,
        root_id ${ref} not null default 0,
        unique (portal_id, owner_id)
      )`,
      // Folders and files share one sequence of ids: programs name them in the same parameters.
      `create table stored_file (
        id ${id},
        portal_id ${ref} not null references portal(id),
        storage_id ${ref} not null references file_storage(id),
        parent_id ${ref},
        chat_id ${ref},
        is_folder ${flag} not null,
        name ${text} not null,
        content_id ${ref},
        message_id ${ref},
        is_plain ${flag} not null default 0,
        created_by ${ref} not null,
        created_at ${time} not null
      )`,
      'create unique index file_in_folder on stored_file(parent_id, name)',
      'create index file_of_chat on stored_file(chat_id) where chat_id is not null',
      'create index file_with_content on stored_file(content_id) where content_id is not null',
      `create index unsent_file on stored_file(created_at)
        where chat_id is not null and message_id is null and is_folder = 0`,
      `alter table chat add column folder_id ${ref}`,
    ];
  },
};
