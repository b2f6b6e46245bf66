import type { Generated } from 'kysely';

export interface LeftoverTable {
  id: Generated<number>;
  kind: string;
  /** The id of what was taken away. */
  ref: number;
}
