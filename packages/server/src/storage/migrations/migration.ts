import type { Dialect } from '../dialect.ts';

/** A step of the schema. Once released it is never edited: the next change is a further step. */
export interface Migration {
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}
