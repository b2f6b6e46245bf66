import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Departments are parts of each other, and have heads. */
export const companyStructure: Migration = {
  name: '0016-company-structure',
  statements(dialect: Dialect) {
    const { ref } = columns(dialect);
    return [
      `alter table department add column parent_id ${ref}`,
      `alter table department add column head_id ${ref}`,
      // The first one of a portal stands for the company itself.
      `update department set parent_id = company.id
        from (select portal_id, min(id) as id from department group by portal_id) as company
        where company.portal_id = department.portal_id and company.id <> department.id`,
    ];
  },
};
