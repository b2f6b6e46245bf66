import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/**
 * Events that are fetched have numbers of one line per portal, given when somebody asks for them: in the order of commits,
 * which ids are not on PostgreSQL (docs/decisions/0026-fetched-events-are-numbered-when-they-are-asked-for.md).
 */
export const fetchedEvents: Migration = {
  name: '0029-fetched-events',
  statements(dialect: Dialect) {
    const { ref, flag } = columns(dialect);
    return [
      `alter table event add column number ${ref}`,
      'create index event_numbered on event(receiver_id, number) where state = 4 and number is not null',
      'create index event_unnumbered on event(receiver_id, id) where state = 4 and number is null',
      `create table event_line (
        portal_id ${ref} primary key references portal(id),
        last ${ref} not null
      )`,
      `create table event_reader (
        receiver_id ${ref} primary key references receiver(id),
        confirmed ${ref} not null
      )`,
      `create table user_queue (
        user_id ${ref} primary key references "user"(id),
        receiver_id ${ref} not null references receiver(id),
        is_recording ${flag} not null
      )`,
    ];
  },
};
