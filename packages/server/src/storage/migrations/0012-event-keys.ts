import type { Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** What an event that is fetched is about becomes a key of 32 characters, and what failed is no longer in hand (N9, N11). */
export const eventKeys: Migration = {
  name: '0012-event-keys',
  statements(dialect: Dialect) {
    // Any key will do for what waits already: it is told once more when it changes once more.
    const anyKey = dialect === 'sqlite' ? 'lower(hex(randomblob(16)))' : "md5(random()::text || '/' || id)";
    return [
      'alter table offline_event rename column object to message_id',
      `update offline_event set message_id = ${anyKey}`,
      "update offline_event set process_id = '', reserved_at = null where is_error = 1",
      'create index offline_message on offline_event(application_id, connector, message_id)',
    ];
  },
};
