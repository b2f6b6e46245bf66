import type { Compilable } from 'kysely';
import { z } from 'zod';
import { runAside } from '../backup/aside.ts';
import { fileComplaint } from '../backup/file-complaint.ts';
import { builders } from '../builders.ts';
import { takenSteps } from '../migrate.ts';
import { unknownStep } from '../migrations/index.ts';
import { sqliteModuleName } from '../sqlite-driver.ts';
import type { Builder } from '../statement.ts';

/** Something that is looked up in the whole database, and takes as long as that is large. */
export type Question = (db: Builder) => Compilable<object>;

const PROGRAM = `
  const { DatabaseSync } = require(input.module);
  const database = new DatabaseSync(input.path, { readOnly: true });
  database.exec('pragma busy_timeout = 5000; begin');
  const all = (sql, parameters = []) => database.prepare(sql).all(...parameters);
  const [pages] = all('select * from pragma_freelist_count(), pragma_page_size()');
  say({
    version: all('select sqlite_version() as version')[0].version,
    damage: all('pragma integrity_check(5)').map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    orphans: all('select "table" as name, count(*) as rows from pragma_foreign_key_check group by "table"'),
    reusable: pages.freelist_count * pages.page_size,
    answers: input.questions.map(({ sql, parameters }) => all(sql, parameters)),
  });
`;

const said = z.object({
  version: z.string(),
  damage: z.array(z.string()),
  orphans: z.array(z.object({ name: z.string(), rows: z.number() })),
  reusable: z.number(),
  answers: z.array(z.array(z.unknown())),
});

export interface Inspection {
  readonly version: string;
  /** What is wrong with the file, in words. */
  readonly damage: readonly string[];
  readonly steps: readonly string[];
  /** A step of the schema that a newer program took. */
  readonly unknownStep: string | undefined;
  /** Bytes in the file that hold nothing any more, and are used again. */
  readonly reusable: number;
  /** To each question its rows. */
  readonly answers: readonly (readonly unknown[])[];
}

/** Reads a whole SQLite file to see whether it is in order, beside whoever works with it. */
export async function inspectSqlite(path: string, questions: readonly Question[]): Promise<Inspection> {
  const input = {
    module: sqliteModuleName(),
    path,
    questions: [takenSteps, ...questions].map((question) => {
      const { sql, parameters } = question(builders.sqlite).compile();
      return { sql, parameters };
    }),
  };
  let line: unknown;
  try {
    await runAside(PROGRAM, input, {
      onLine: (one) => {
        line = one;
      },
    });
  } catch (error) {
    const message = /malformed|not a database|no such table: \w+|no such column: \w+/.exec(String(error))?.[0];
    if (message === undefined) throw fileComplaint(error, `${path} cannot be read`);
    return { version: '', damage: [message], steps: [], unknownStep: undefined, reusable: 0, answers: [] };
  }
  const { answers, orphans, ...found } = said.parse(line);
  const steps = z
    .array(z.object({ name: z.string() }))
    .parse(answers[0])
    .map(({ name }) => name);
  return {
    ...found,
    damage: [
      ...found.damage,
      ...orphans.map(({ name, rows }) => `${rows} rows of "${name}" refer to rows that are gone`),
    ],
    steps,
    unknownStep: unknownStep(steps),
    answers: answers.slice(1),
  };
}
