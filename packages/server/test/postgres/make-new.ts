/**
 * What brings the schema of Botyard back to how it was when it was new: making the tables takes twenty times as long as
 * emptying them. To be asked for while they are empty.
 */
export async function sqlToMakeNew(query: (sql: string) => Promise<readonly unknown[]>): Promise<string> {
  const listed = async (sql: string) => (await query(sql)).map((row) => (row as { readonly text: string }).text);
  const tables = await listed(
    "select quote_ident(tablename) as text from pg_tables where schemaname = current_schema() and tablename <> 'migration'",
  );
  const sequences = await listed(
    'select quote_ident(sequencename) as text from pg_sequences where schemaname = current_schema()',
  );
  const restarts = await listed(
    sequences
      .map((name) => `select format('setval(''${name}'', %s, %L)', last_value, is_called) as text from ${name}`)
      .join(' union all '),
  );
  // As a replica the server deletes without asking who refers to a row.
  // A test may have made the database refuse something (see storeRefuses).
  return `drop function if exists refuse() cascade; set session_replication_role = replica; ${tables.map((table) => `delete from ${table};`).join(' ')} set session_replication_role = default; select ${restarts.join(', ')};`;
}
