import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Where applications are opened in the portal, and the buttons that bots put beside the field people write in. */
export const placements: Migration = {
  name: '0024-placements',
  statements(dialect: Dialect) {
    const { id, ref, int, text, time, flag } = columns(dialect);
    return [
      `create table placement (
        id ${id},
        portal_id ${ref} not null references portal(id),
        application_id ${ref} not null references application(id),
        place ${text} not null,
        user_id ${ref} not null default 0,
        handler ${text} not null,
        title ${text} not null default '',
        description ${text} not null default '',
        group_name ${text} not null default '',
        translations ${text} not null,
        options ${text} not null,
        created_at ${time} not null
      )`,
      'create index placement_of_application on placement(application_id, id)',
      // A row that was deleted stays: it tells which buttons of old messages lead nowhere any more.
      `create table chat_app (
        id ${id},
        portal_id ${ref} not null references portal(id),
        bot_id ${ref} not null references bot(user_id),
        code ${text} not null,
        js_method ${text} not null default '',
        js_param ${text} not null default '',
        iframe ${text} not null default '',
        iframe_width ${int} not null default 0,
        iframe_height ${int} not null default 0,
        hash_sealed ${text} not null default '',
        icon ${text} not null default '',
        context ${text} not null,
        is_for_admins ${flag} not null default 0,
        is_hidden ${flag} not null default 0,
        is_extranet ${flag} not null default 0,
        is_livechat ${flag} not null default 0,
        is_popup ${flag} not null default 0,
        titles ${text} not null,
        created_at ${time} not null,
        deleted_at ${time}
      )`,
      'create unique index chat_app_of_bot on chat_app(bot_id, code) where deleted_at is null',
    ];
  },
};
