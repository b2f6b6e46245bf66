import { numbers, numbersIn } from '../number-list.ts';
import type { Session } from '../session.ts';
import { statement } from '../statement.ts';

export const removeTagged = statement((db, p: { applicationId: number; tag: string; userId: number }) =>
  db
    .deleteFrom('notification')
    .where('application_id', '=', p.applicationId)
    .where('tag', '=', p.tag)
    .where('user_id', '=', p.userId),
);
export const withTag = statement((db, p: { applicationId: number; tag: string; limit: number }) =>
  db
    .selectFrom('notification')
    .select('id')
    .where('application_id', '=', p.applicationId)
    .where('tag', '=', p.tag)
    .limit(p.limit),
);
export const withSubTag = statement((db, p: { applicationId: number; subTag: string; limit: number }) =>
  db
    .selectFrom('notification')
    .select('id')
    .where('application_id', '=', p.applicationId)
    .where('sub_tag', '=', p.subTag)
    .limit(p.limit),
);
export const removeAmong = statement((db, p: { ids: string }) =>
  db.deleteFrom('notification').where('id', 'in', numbersIn(db, p.ids)).returning('user_id'),
);

/** Notifications by what the applications that sent them call them. */
export function notificationTags(session: Session) {
  return {
    /** What the application told the person under that tag. */
    async deleteTagged(applicationId: number, tag: string, userId: number): Promise<void> {
      await session.all(removeTagged, { applicationId, tag, userId });
    },
    /** Ids of `limit` of those that the application sent under a tag, to whomever. */
    async listWithTag(applicationId: number, tag: string, limit: number): Promise<number[]> {
      return (await session.all(withTag, { applicationId, tag, limit })).map(({ id }) => id);
    },
    /** The same by their second tag. */
    async listWithSubTag(applicationId: number, subTag: string, limit: number): Promise<number[]> {
      return (await session.all(withSubTag, { applicationId, subTag, limit })).map(({ id }) => id);
    },
    /** Answers who was told of them. */
    async deleteAmong(ids: readonly number[]): Promise<number[]> {
      if (ids.length === 0) return [];
      return (await session.all(removeAmong, { ids: numbers(ids) })).map((row) => row.user_id);
    },
  };
}
