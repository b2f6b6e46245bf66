import type { Session } from '#storage/session.ts';
import { openSqlite } from '#storage/sqlite-store.ts';
import type { Store } from '#storage/store.ts';
import type { StoreOptions } from '#storage/unit-factory.ts';

/** How much was asked of a database. */
export interface DatabaseWork {
  statements: number;
  rows: number;
}

/** A database in memory that counts what is asked of it. */
export function countedDatabase(): { readonly work: DatabaseWork; open(options: StoreOptions): Promise<Store> } {
  const work: DatabaseWork = { statements: 0, rows: 0 };
  const counted = <A extends unknown[], R>(run: (...args: A) => R[]) => {
    return (...args: A): R[] => {
      const rows = run(...args);
      work.statements += 1;
      work.rows += rows.length;
      return rows;
    };
  };
  return {
    work,
    async open(options) {
      const store = await openSqlite(':memory:', options);
      const session = store.session as Session & {
        [Verb in 'all' | 'recall' | 'query']: (...args: never[]) => never[];
      };
      for (const verb of ['all', 'recall', 'query'] as const)
        session[verb] = counted(session[verb].bind(session)) as never;
      return store;
    },
  };
}
