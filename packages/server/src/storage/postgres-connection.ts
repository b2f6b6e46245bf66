import type { SqlValue } from './statement.ts';

export interface PostgresQuery {
  readonly sql: string;
  readonly values?: SqlValue[];
  /** The connection keeps the plan under this name. */
  readonly name?: string | undefined;
}

/** One connection; drivers and the embedded engine of the tests both have this much. */
export interface PostgresConnection {
  /** `command` is what the server says that it did: COMMIT, ROLLBACK, INSERT. */
  query(query: PostgresQuery): Promise<{ readonly rows: readonly unknown[]; readonly command: string }>;
  /** Closes the connection when it is given back, instead of lending it again. */
  discard(): void;
}
