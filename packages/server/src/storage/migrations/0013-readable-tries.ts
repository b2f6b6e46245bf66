import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/**
 * What was sent at a try is kept beside what was answered; an event can be one that is sent anew, and a receiver can be
 * paused. Dead letters are looked through by receiver, and there may be a million of them.
 */
export const readableTries: Migration = {
  name: '0013-readable-tries',
  statements(dialect: Dialect) {
    const { text, int, ref, time } = columns(dialect);
    return [
      `alter table attempt add column url ${text}`,
      `alter table attempt add column headers ${text}`,
      `alter table attempt add column connect_ms ${int}`,
      `alter table attempt add column first_byte_ms ${int}`,
      `alter table event add column resent_from ${ref}`,
      `alter table event add column variant ${text}`,
      `alter table receiver_delivery add column paused_at ${time}`,
      'create index event_dead on event(receiver_id, id) where state = 2',
      'create index event_resent on event(resent_from) where resent_from is not null',
    ];
  },
};
