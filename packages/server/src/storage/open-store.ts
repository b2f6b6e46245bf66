import type { SharedStoreOptions } from './open-postgres.ts';
import { isPostgresAddress } from './postgres-address.ts';
import { openSqlite } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** Opens what `database` names: an SQLite file, ':memory:', or a database at postgres://user@host:port/database. */
export async function openStore(database: string, options: SharedStoreOptions): Promise<Store> {
  if (!isPostgresAddress(database)) return openSqlite(database, options);
  // The driver is read only where it is used: it takes as long as opening a file.
  const { openPostgresAt } = await import('./open-postgres.ts');
  return openPostgresAt(database, options);
}
