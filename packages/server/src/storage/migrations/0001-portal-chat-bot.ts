import { columns, type Dialect, startIdsAbove } from '../dialect.ts';
import type { Migration } from './migration.ts';

/**
 * Bots, commands and people share the floor of 20: common body parsers of the bots' side turn numeric keys
 * up to 20 into array indices, so no id that becomes a key in an event may be that small.
 */
const ID_FLOOR = 20;

export const portalChatBot: Migration = {
  name: '0001-portal-chat-bot',
  statements(dialect: Dialect) {
    const { id, ref, int, time, flag, text, bytes } = columns(dialect);
    return [
      `create table portal (
        id ${id},
        host ${text},
        member_id ${text} not null,
        language ${text} not null,
        created_at ${time} not null
      )`,
      `create table image (
        id ${id},
        portal_id ${ref} not null references portal(id),
        name ${text} not null unique,
        media_type ${text} not null,
        content ${bytes} not null,
        created_at ${time} not null
      )`,
      `create table "user" (
        id ${id},
        portal_id ${ref} not null references portal(id),
        is_bot ${flag} not null default 0,
        is_active ${flag} not null default 1,
        is_admin ${flag} not null default 0,
        is_extranet ${flag} not null default 0,
        name ${text} not null,
        last_name ${text} not null default '',
        email ${text} not null default '',
        work_position ${text} not null default '',
        gender ${text} not null default '',
        birthday ${text} not null default '',
        website ${text} not null default '',
        color ${text} not null default '',
        photo ${text} not null default '',
        language ${text} not null default '',
        created_at ${time} not null,
        last_activity_at ${time}
      )`,
      'create index user_of_portal on "user"(portal_id, is_bot, id)',
      `create table application (
        id ${id},
        portal_id ${ref} not null references portal(id),
        client_id ${text} not null,
        application_token_sealed ${text} not null,
        status ${text} not null,
        created_at ${time} not null,
        unique (portal_id, client_id)
      )`,
      `create table webhook (
        id ${id},
        portal_id ${ref} not null references portal(id),
        user_id ${ref} not null references "user"(id),
        code_hash ${text} not null unique,
        code_sealed ${text} not null,
        scope ${text} not null,
        title ${text} not null default '',
        created_at ${time} not null,
        expires_at ${time},
        revoked_at ${time}
      )`,
      'create index webhook_of_user on webhook(user_id)',
      `create table handler (
        id ${id},
        application_id ${ref} not null references application(id),
        event ${text} not null,
        url ${text} not null,
        unique (application_id, event, url)
      )`,
      `create table bot (
        user_id ${ref} primary key references "user"(id),
        portal_id ${ref} not null references portal(id),
        application_id ${ref} not null references application(id),
        generation ${text} not null,
        code ${text} not null,
        type ${text} not null,
        is_openline ${flag} not null default 0,
        is_hidden ${flag} not null default 0,
        created_at ${time} not null,
        deleted_at ${time}
      )`,
      'create unique index bot_code on bot(portal_id, code) where deleted_at is null',
      'create index bot_of_application on bot(application_id, user_id)',
      `create table command (
        id ${id},
        portal_id ${ref} not null references portal(id),
        bot_id ${ref} not null references bot(user_id),
        handler_id ${ref} not null references handler(id),
        name ${text} not null,
        name_key ${text} not null,
        is_common ${flag} not null default 0,
        is_hidden ${flag} not null default 0,
        is_extranet ${flag} not null default 0,
        titles ${text} not null,
        created_at ${time} not null,
        unique (bot_id, name_key)
      )`,
      'create index command_name on command(portal_id, name_key, bot_id)',
      `create table chat (
        id ${id},
        portal_id ${ref} not null references portal(id),
        type ${text} not null,
        private_key ${text},
        title ${text} not null default '',
        description ${text} not null default '',
        color ${text} not null default '',
        avatar ${text} not null default '',
        owner_id ${ref} not null,
        entity_type ${text} not null default '',
        entity_id ${text} not null default '',
        entity_data_1 ${text} not null default '',
        entity_data_2 ${text} not null default '',
        entity_data_3 ${text} not null default '',
        removed_count ${int} not null default 0,
        created_at ${time} not null,
        unique (portal_id, private_key)
      )`,
      'create index chat_of_entity on chat(portal_id, entity_type, entity_id)',
      `create table member (
        chat_id ${ref} not null references chat(id),
        user_id ${ref} not null references "user"(id),
        is_bot ${flag} not null default 0,
        role ${text} not null,
        history_after ${ref} not null default 0,
        last_read_id ${ref} not null default 0,
        last_read_at ${time},
        is_muted ${flag} not null default 0,
        joined_at ${time} not null,
        primary key (chat_id, user_id)
      )`,
      'create index member_of_user on member(user_id, chat_id)',
      'create index bot_in_chat on member(chat_id, user_id) where is_bot = 1',
      `create table message (
        id ${id},
        chat_id ${ref} not null references chat(id),
        seq ${int} not null,
        author_id ${ref} not null,
        text ${text} not null,
        is_system ${flag} not null default 0,
        uuid ${text},
        reply_to_id ${ref},
        params ${text},
        created_at ${time} not null,
        edited_at ${time},
        deleted_at ${time}
      )`,
      'create index message_of_chat on message(chat_id, id)',
      `create table reaction (
        message_id ${ref} not null references message(id),
        user_id ${ref} not null references "user"(id),
        created_at ${time} not null,
        primary key (message_id, user_id)
      )`,
      `create table invocation (
        message_id ${ref} not null,
        command_id ${ref} not null,
        bot_id ${ref} not null,
        chat_id ${ref} not null,
        user_id ${ref} not null,
        created_at ${time} not null,
        primary key (message_id, command_id)
      )`,
      'create index invocation_of_bot on invocation(bot_id)',
      `create table event (
        id ${id},
        bot_id ${ref} not null,
        lane ${ref} not null,
        type ${text} not null,
        facts ${text} not null,
        state ${int} not null default 0,
        attempts ${int} not null default 0,
        first_failed_at ${time},
        next_try_at ${time} not null default 0,
        created_at ${time} not null,
        finished_at ${time}
      )`,
      'create index event_pending on event(bot_id, id) where state = 0',
      'create index event_finished on event(state, finished_at) where state > 0',
      `create table attempt (
        id ${id},
        event_id ${ref} not null,
        at ${time} not null,
        duration_ms ${int} not null,
        status ${int},
        error ${text},
        request ${text},
        answer ${text}
      )`,
      'create index attempt_of_event on attempt(event_id, id)',
      `create table bot_delivery (
        bot_id ${ref} primary key,
        lease_owner ${text},
        lease_until ${time} not null default 0,
        epoch ${int} not null default 0,
        failures ${int} not null default 0,
        not_before ${time} not null default 0,
        retries ${flag} not null default 1
      )`,
      startIdsAbove(dialect, 'user', ID_FLOOR),
      startIdsAbove(dialect, 'command', ID_FLOOR),
      startIdsAbove(dialect, 'handler', ID_FLOOR),
    ];
  },
};
