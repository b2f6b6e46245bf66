import { contentsOf } from '../backup/stored-contents.ts';
import { takenSteps } from '../migrate.ts';
import type { Session } from '../session.ts';
import { type Findings, inAnswers, NOT_SEEN, schemaInWords } from './findings.ts';
import { type Keeping, keptQuestions, POSTGRES, postgresSaid, SEALED } from './questions.ts';

/** Looks into the database of a running portal that is no file: in PostgreSQL, or in memory. */
export async function examineSession(session: Session, keeping: Keeping, now: number): Promise<Findings> {
  const answers: (readonly object[])[] = [];
  for (const question of [...keptQuestions(keeping, now), ...SEALED]) answers.push(await session.query(question));
  const steps = (await session.query(takenSteps)).map(({ name }) => name).sort();
  const common = {
    ...NOT_SEEN,
    ...inAnswers(answers, keeping),
    schema: schemaInWords(steps),
    contents: await contentsOf(session),
  };
  if (session.dialect === 'sqlite') return { ...common, database: 'SQLite, in memory' };
  const [{ version, invalid, failures, size }] = postgresSaid.parse(await session.query(POSTGRES));
  return {
    ...common,
    database: `PostgreSQL ${version}`,
    sizes: { ...NOT_SEEN.sizes, database: size },
    problems: [
      ...(invalid === null
        ? []
        : [`Indexes of the database are not valid: ${invalid}. Make them anew: reindex index NAME`]),
      ...(failures !== null && failures > 0
        ? [`PostgreSQL met ${failures} damaged pages, see its log. Restore a backup of the database`]
        : []),
    ],
  };
}
