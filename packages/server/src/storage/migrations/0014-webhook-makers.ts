import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** A portal says for whom webhooks may be made. */
export const webhookMakers: Migration = {
  name: '0014-webhook-makers',
  statements(dialect: Dialect) {
    const { text } = columns(dialect);
    return [`alter table portal add column webhook_makers ${text} not null default 'everybody'`];
  },
};
