import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Applications may fetch their events instead of being called, and outgoing webhooks hear of events. */
export const subscriptions: Migration = {
  name: '0007-subscriptions',
  statements(dialect: Dialect) {
    const { id, ref, time, flag, text } = columns(dialect);
    return [
      `create table offline_event (
        id ${id},
        application_id ${ref} not null references application(id),
        connector ${text} not null,
        event ${text} not null,
        object ${text} not null,
        facts ${text} not null,
        changed_at ${time} not null,
        process_id ${text} not null default '',
        reserved_at ${time},
        is_error ${flag} not null default 0
      )`,
      "create unique index offline_object on offline_event(application_id, connector, event, object) where process_id = ''",
      'create index offline_of_application on offline_event(application_id, connector, process_id, id)',
      'create index offline_reserved on offline_event(reserved_at) where reserved_at is not null',
      `create table offline_notice (
        subscription_id ${ref} primary key,
        notified_at ${time} not null
      )`,
      `create table outgoing_webhook (
        id ${id},
        portal_id ${ref} not null references portal(id),
        user_id ${ref} not null references "user"(id),
        receiver_id ${ref} not null default 0,
        title ${text} not null,
        application_token_sealed ${text} not null,
        created_at ${time} not null
      )`,
    ];
  },
};
