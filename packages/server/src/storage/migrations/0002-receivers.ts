import { columns, continueIds, type Dialect, startIdsAbove } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Event handlers of applications have ids above those of the cast, as the handlers of bots do. */
const ID_FLOOR = 20;

/**
 * Not only bots are told of events: applications are, at the addresses that they bind, and outgoing webhooks. Whoever
 * hears is a receiver; a bot that was there before keeps its own id as such, so that what waits for it stays its own.
 */
export const receivers: Migration = {
  name: '0002-receivers',
  statements(dialect: Dialect) {
    const { id, ref, int, time, flag, text } = columns(dialect);
    return [
      `create table receiver (
        id ${id},
        portal_id ${ref} not null references portal(id),
        kind ${text} not null,
        ref ${ref} not null,
        address ${text} not null default '',
        unique (kind, ref, address)
      )`,
      `insert into receiver (id, portal_id, kind, ref) select user_id, portal_id, 'bot', user_id from bot`,
      ...continueIds(dialect, 'receiver'),
      `alter table bot add column receiver_id ${ref} not null default 0`,
      'update bot set receiver_id = user_id',
      'create index bot_of_receiver on bot(receiver_id)',
      `create table subscription (
        id ${id},
        receiver_id ${ref} not null references receiver(id),
        event ${text} not null,
        user_id ${ref} not null default 0,
        is_offline ${flag} not null default 0,
        connector ${text} not null default '',
        min_timeout ${int} not null default 0,
        created_at ${time} not null,
        unique (receiver_id, event, user_id, is_offline, connector)
      )`,
      'alter table event rename column bot_id to receiver_id',
      `alter table event add column subscription_id ${ref}`,
      'alter table bot_delivery rename to receiver_delivery',
      'alter table receiver_delivery rename column bot_id to receiver_id',
      startIdsAbove(dialect, 'subscription', ID_FLOOR),
    ];
  },
};
