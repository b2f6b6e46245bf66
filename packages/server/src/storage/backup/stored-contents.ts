import { z } from 'zod';
import type { Session } from '../session.ts';
import { sqliteModuleName } from '../sqlite-driver.ts';
import { runAside } from './aside.ts';

/** What the rows of a database say of the bytes that files have. */
export interface StoredContent {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly has_preview: number;
}

/** A database of an earlier version has no files. */
const PROGRAM = `
  const { DatabaseSync } = require(input.module);
  const database = new DatabaseSync(input.path, { readOnly: true });
  database.exec('pragma busy_timeout = 5000');
  const [table] = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'content'").all();
  const sql = 'select key, size, has_preview from content where released_at is null';
  say(table ? database.prepare(sql).all() : []);
`;

const said = z.array(z.object({ key: z.string(), size: z.number(), has_preview: z.number() }));

/** Of the files of an SQLite database, whether a portal works on it or not. */
export async function storedContents(path: string, signal?: AbortSignal): Promise<readonly StoredContent[]> {
  let line: unknown = [];
  await runAside(
    PROGRAM,
    { module: sqliteModuleName(), path },
    {
      signal,
      onLine: (one) => {
        line = one;
      },
    },
  );
  return said.parse(line);
}

/** The same of a running portal. */
export async function contentsOf(session: Session): Promise<readonly StoredContent[]> {
  return session.query((db) =>
    db.selectFrom('content').select(['key', 'size', 'has_preview']).where('released_at', 'is', null),
  );
}
