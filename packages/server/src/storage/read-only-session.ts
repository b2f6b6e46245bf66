import { builders } from './builders.ts';
import { type Session, StoreUnavailable } from './session.ts';
import { subjectOf } from './statement.ts';

/**
 * The writers' connection for a unit that only reads. A database in memory has no second connection, so this refuses what
 * a read-only connection would refuse.
 */
export function readOnlySession(session: Session): Session {
  const made = new Map<unknown, unknown>();
  return {
    dialect: session.dialect,
    all(statement, params) {
      if (statement.compiledFor(session.dialect).isWrite) refuse();
      return session.all(statement, params);
    },
    recall: (statement, params, make) => session.recall(statement, params, make),
    query(build) {
      const compiled = build(builders[session.dialect]).compile();
      if (subjectOf(compiled.query).isWrite) refuse();
      return session.query(() => ({ compile: () => compiled }));
    },
    once<T>(make: (session: Session) => T): T {
      if (!made.has(make)) made.set(make, make(this));
      return made.get(make) as T;
    },
    onUndone: (forget) => session.onUndone(forget),
    exec: refuse,
  };
}

function refuse(): never {
  throw new StoreUnavailable('This unit only reads: it may not write');
}
