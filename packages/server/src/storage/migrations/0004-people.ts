import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Departments, profiles, fields of a portal's own making, and what applications keep for themselves and for people. */
export const people: Migration = {
  name: '0004-people',
  statements(dialect: Dialect) {
    const { id, ref, int, time, flag, text, bytes } = columns(dialect);
    return [
      `create table department (
        id ${id},
        portal_id ${ref} not null references portal(id),
        name ${text} not null,
        created_at ${time} not null
      )`,
      `insert into department(portal_id, name, created_at) select id, 'Company', created_at from portal`,
      `alter table "user" add column is_invited ${flag} not null default 0`,
      `alter table "user" add column profile ${text} not null default '{}'`,
      `alter table "user" add column changed_at ${time} not null default 0`,
      'update "user" set changed_at = created_at',
      // Until now everybody who worked in a portal was in its only department.
      `update "user" set profile = '{"departments":[' ||
        (select min(department.id) from department where department.portal_id = "user".portal_id) || ']}'
        where is_bot = 0 and is_extranet = 0`,
      `create table user_field (
        id ${id},
        portal_id ${ref} not null references portal(id),
        code ${text} not null,
        type ${text} not null,
        external_id ${text},
        sort ${int} not null,
        is_multiple ${flag} not null,
        is_mandatory ${flag} not null,
        is_searchable ${flag} not null,
        is_filter ${flag} not null,
        is_listed ${flag} not null,
        is_editable ${flag} not null,
        settings ${text} not null,
        labels ${text} not null,
        unique (portal_id, code)
      )`,
      `create table user_field_choice (
        id ${id},
        field_id ${ref} not null references user_field(id),
        value ${text} not null,
        sort ${int} not null,
        is_default ${flag} not null,
        external_id ${text} not null
      )`,
      'create index choice_of_field on user_field_choice(field_id, sort, id)',
      `create table user_field_value (
        field_id ${ref} not null references user_field(id),
        user_id ${ref} not null references "user"(id),
        value ${text} not null,
        primary key (field_id, user_id)
      )`,
      'create index value_of_user on user_field_value(user_id)',
      `create table user_file (
        id ${id},
        field_id ${ref} not null references user_field(id),
        user_id ${ref} not null references "user"(id),
        name ${text} not null,
        content ${bytes} not null,
        created_at ${time} not null
      )`,
      'create index file_of_field on user_file(field_id, user_id)',
      `create table application_option (
        application_id ${ref} not null references application(id),
        user_id ${ref} not null default 0,
        name ${text} not null,
        value ${text} not null,
        primary key (application_id, user_id, name)
      )`,
    ];
  },
};
