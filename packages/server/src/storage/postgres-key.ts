import { Complaint } from '#kit/complaint.ts';
import { guardOfSchema } from './dialect.ts';
import type { PostgresPool } from './postgres-pool.ts';
import type { Secrets } from './secrets.ts';

const TABLE = `create table if not exists database_key (
  id integer primary key check (id = 1),
  fingerprint text not null
)`;
const KEEP = 'insert into database_key (id, fingerprint) values (1, $1) on conflict (id) do nothing';
const READ = 'select fingerprint from database_key';

/**
 * The key lies in a data directory and the database elsewhere: a start with another directory makes a key of its own,
 * and would seal new secrets with it beside the old ones.
 * @throws Complaint when the secrets of this database are sealed with another key
 */
export async function checkKey(pool: PostgresPool, secrets: Secrets): Promise<void> {
  const fingerprint = secrets.hash('the key that the secrets of this database are sealed with');
  await pool.lend(async (connection) => {
    for (const sql of ['begin', ...guardOfSchema('postgres'), TABLE, 'commit']) await connection.query({ sql });
    await connection.query({ sql: KEEP, values: [fingerprint] });
    const { rows } = await connection.query({ sql: READ });
    const [kept] = rows as { readonly fingerprint: string }[];
    if (kept?.fingerprint !== fingerprint)
      throw new Complaint(
        'The secrets of this database are sealed with the key of another data directory. Start with that one: --data DIR',
      );
  });
}
