import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** The portal has a bot of its own, which tells the owner of another bot once of each trouble. */
export const ownBot: Migration = {
  name: '0015-own-bot',
  statements(dialect: Dialect) {
    const { ref, time } = columns(dialect);
    return [
      `alter table portal add column own_bot_id ${ref}`,
      `alter table receiver_delivery add column late_told_at ${time}`,
      `alter table receiver_delivery add column overflow_told_at ${time}`,
    ];
  },
};
