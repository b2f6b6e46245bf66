import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

interface Run {
  applicationId: number;
  userId: number;
}

export const insert = statement((db, p: Run) =>
  db
    .insertInto('first_run')
    .values({ application_id: p.applicationId, user_id: p.userId })
    .onConflict((conflict) => conflict.doNothing()),
);
export const one = statement((db, p: Run) =>
  db
    .selectFrom('first_run')
    .select('user_id')
    .where('application_id', '=', p.applicationId)
    .where('user_id', '=', p.userId),
);
export const deleteAll = statement((db, p: { applicationId: number; limit: number }) =>
  db
    .deleteFrom('first_run')
    .where('application_id', '=', p.applicationId)
    .where('user_id', 'in', (eb) =>
      eb.selectFrom('first_run').select('user_id').where('application_id', '=', p.applicationId).limit(p.limit),
    )
    .returning('user_id'),
);

/** Who has run which application once. */
export function firstRunStore(session: Session) {
  return {
    async insertFirstRun(applicationId: number, userId: number): Promise<void> {
      await session.all(insert, { applicationId, userId });
    },
    /** The id of the person, if they have. */
    async findFirstRun(applicationId: number, userId: number): Promise<number | undefined> {
      return (await first(session, one, { applicationId, userId }))?.user_id;
    },
    /** `limit` of them; answers how many there were. */
    async deleteOfApplication(applicationId: number, limit: number): Promise<number> {
      return (await session.all(deleteAll, { applicationId, limit })).length;
    },
  };
}
