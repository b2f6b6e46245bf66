import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Applications that are registered with a secret and act through tokens. */
export const oauth: Migration = {
  name: '0003-oauth',
  statements(dialect: Dialect) {
    const { ref, int, time, flag, text } = columns(dialect);
    const added = [
      `kind ${text} not null default 'webhook'`,
      `title ${text} not null default ''`,
      `handler_url ${text} not null default ''`,
      `install_url ${text} not null default ''`,
      `is_api_only ${flag} not null default 1`,
      `scope ${text} not null default ''`,
      `client_secret_hash ${text}`,
      `client_secret_sealed ${text}`,
      `version ${int} not null default 1`,
      `owner_id ${ref} not null default 0`,
      `allowed_user_ids ${text}`,
      `installed_at ${time}`,
      `removed_at ${time}`,
    ];
    return [
      ...added.map((column) => `alter table application add column ${column}`),
      'update application set installed_at = created_at',
      `create table authorization_code (
        code_hash ${text} primary key,
        application_id ${ref} not null references application(id),
        user_id ${ref} not null references "user"(id),
        family ${text} not null,
        expires_at ${time} not null,
        used_at ${time}
      )`,
      'create index authorization_code_of_application on authorization_code(application_id)',
      'create index authorization_code_expiry on authorization_code(expires_at)',
      `create table token_family (
        family ${text} primary key,
        application_id ${ref} not null references application(id),
        number ${int} not null,
        rotated_at ${time} not null,
        expires_at ${time} not null,
        revoked_at ${time}
      )`,
      'create index token_family_of_application on token_family(application_id)',
      'create index token_family_expiry on token_family(expires_at)',
    ];
  },
};
