import type { StoredContent } from '../backup/stored-contents.ts';
import { migrations } from '../migrations/index.ts';
import { type Keeping, type KeptEvents, SEALED, toKeptEvents, toSealed } from './questions.ts';

/** What a look into the database found. Sizes in bytes; null: that is not known from here. */
export interface Findings {
  /** With its version. */
  readonly database: string;
  /** The last step of the schema; with how many are still to be taken. */
  readonly schema: string;
  readonly sizes: {
    readonly database: number | null;
    /** Written and not folded into the database file yet. */
    readonly log: number | null;
    /** Of the database, what holds nothing any more and is used again. */
    readonly reusable: number | null;
  };
  readonly ended: readonly KeptEvents[];
  /** Each with what to do. Empty: all is well. */
  readonly problems: readonly string[];
  /** What the files of the portal are said to be. */
  readonly contents: readonly StoredContent[];
  /** Something that was sealed with the key. */
  readonly sealed: readonly string[];
}

export const NOT_SEEN: Findings = {
  database: '',
  schema: '',
  sizes: { database: null, log: null, reusable: null },
  ended: [],
  problems: [],
  contents: [],
  sealed: [],
};

/** `steps`: those that were taken. */
export function schemaInWords(steps: readonly string[]): string {
  const waiting = migrations.length - steps.length;
  return `${steps.at(-1) ?? 'none'}${waiting > 0 ? `, and ${waiting} steps that the next start takes` : ''}`;
}

/** Answers to the questions about kept events, and then those about what is sealed. */
export function inAnswers(
  answers: readonly (readonly unknown[])[],
  keeping: Keeping,
): Pick<Findings, 'ended' | 'sealed'> {
  const at = answers.length - SEALED.length;
  return { ended: toKeptEvents(answers.slice(0, at), keeping), sealed: toSealed(answers.slice(at)) };
}
