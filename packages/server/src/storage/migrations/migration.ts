import type { Dialect } from '../dialect.ts';
import type { Session } from '../session.ts';

/** A step of the schema. Once released it is never edited: the next change is a further step. */
export interface Migration {
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
  /** What is made of the rows that are there, after the statements: for what SQL cannot say. */
  fill?(session: Session): Promise<void>;
}
