import { sql } from 'kysely';
import type { Options } from '#domain/application/options.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

interface Place {
  applicationId: number;
  userId: number;
}

export const put = statement((db, p: Place & { name: string; value: string }) =>
  db
    .insertInto('application_option')
    .values({ application_id: p.applicationId, user_id: p.userId, name: p.name, value: p.value })
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'user_id', 'name'])
        .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    ),
);
export const all = statement((db, p: Place) =>
  db
    .selectFrom('application_option')
    .select(['name', 'value'])
    .where('application_id', '=', p.applicationId)
    .where('user_id', '=', p.userId)
    .orderBy('name'),
);
export const one = statement((db, p: Place & { name: string }) =>
  db
    .selectFrom('application_option')
    .select('value')
    .where('application_id', '=', p.applicationId)
    .where('user_id', '=', p.userId)
    .where('name', '=', p.name),
);
export const deleteAll = statement((db, p: { applicationId: number; limit: number }) =>
  db
    .deleteFrom('application_option')
    .where('application_id', '=', p.applicationId)
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('user_id', 'name'),
        'in',
        selectFrom('application_option')
          .select(['user_id', 'name'])
          .where('application_id', '=', p.applicationId)
          .limit(p.limit)
          .$asTuple('user_id', 'name'),
      ),
    )
    .returning('name'),
);

export const characters = statement((db, p: Place) =>
  db
    .selectFrom('application_option')
    .select((eb) => eb.fn.coalesce(sql<number>`sum(length(name) + length(value))`, eb.lit(0)).as('count'))
    .where('application_id', '=', p.applicationId)
    .where('user_id', '=', p.userId),
);

/** What applications keep, each for itself and for each person. */
export function optionStore(session: Session) {
  return {
    async updateOption(applicationId: number, userId: number, name: string, value: unknown): Promise<void> {
      await session.all(put, { applicationId, userId, name, value: JSON.stringify(value) });
    },
    async findOption(applicationId: number, userId: number, name: string): Promise<unknown> {
      const row = await first(session, one, { applicationId, userId, name });
      return row && JSON.parse(row.value);
    },
    async listOptions(applicationId: number, userId: number): Promise<Options> {
      const rows = await session.all(all, { applicationId, userId });
      return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)]));
    },
    async countCharacters(applicationId: number, userId: number): Promise<number> {
      return Number((await first(session, characters, { applicationId, userId }))?.count ?? 0);
    },
    /** `limit` of them; answers how many there were. */
    async deleteOfApplication(applicationId: number, limit: number): Promise<number> {
      return (await session.all(deleteAll, { applicationId, limit })).length;
    },
  };
}
