import { stat } from 'node:fs/promises';
import { programName } from '#kit/program-name.ts';
import { storedContents } from '../backup/stored-contents.ts';
import { type Findings, inAnswers, NOT_SEEN, schemaInWords } from './findings.ts';
import { inspectSqlite } from './inspect-sqlite.ts';
import { type Keeping, keptQuestions, SEALED } from './questions.ts';

/** Looks into an SQLite file, whether a portal works on it or not. */
export async function examineFile(path: string, keeping: Keeping, now: number): Promise<Findings> {
  const found = await inspectSqlite(path, [...keptQuestions(keeping, now), ...SEALED]);
  const { version, damage, steps, unknownStep, reusable, answers } = found;
  return {
    ...NOT_SEEN,
    ...(answers.length > 0 && inAnswers(answers, keeping)),
    contents: damage.length > 0 ? [] : await storedContents(path),
    database: `SQLite ${version}`.trim(),
    schema: schemaInWords(steps),
    sizes: { database: await sizeOf(path), log: await sizeOf(`${path}-wal`), reusable },
    problems: [
      ...damage.map((line) => `${path} is damaged: ${line}. Restore a backup: ${programName()} restore --help`),
      ...(unknownStep === undefined
        ? []
        : [`This data was written by a newer Botyard (schema step ${unknownStep}). Use that version`]),
    ],
  };
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}
