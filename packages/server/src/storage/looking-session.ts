import { type Session, StoreUnavailable } from './session.ts';
import { builders, subjectOf } from './statement.ts';

/**
 * The writers' connection as those see it who only look. A database in memory has no other one; what a connection that
 * can only read would refuse must not pass there.
 */
export function lookingSession(session: Session): Session {
  const made = new Map<unknown, unknown>();
  return {
    dialect: session.dialect,
    all(statement, params) {
      if (statement.compiledFor(session.dialect).isWrite) refuse();
      return session.all(statement, params);
    },
    recall: (statement, params) => session.recall(statement, params),
    query(build) {
      const compiled = build(builders[session.dialect]).compile();
      if (subjectOf(compiled.query).isWrite) refuse();
      return session.query(() => ({ compile: () => compiled }));
    },
    once<T>(make: (looking: Session) => T): T {
      if (!made.has(make)) made.set(make, make(this));
      return made.get(make) as T;
    },
    exec: refuse,
  };
}

function refuse(): never {
  throw new StoreUnavailable('This unit only looks: it may not write');
}
