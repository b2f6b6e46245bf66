import { sql } from 'kysely';
import type { NotificationFilter } from '#domain/notification/notification.ts';
import type { Dialect } from '../dialect.ts';
import type { Builder } from '../statement.ts';

/** Those of one person are looked through, of whom so many are kept and no more. */
export function selected(
  db: Builder,
  dialect: Dialect,
  { userId, text, kinds, since, until, authorIds, tag }: NotificationFilter,
) {
  let query = db.selectFrom('notification').where('user_id', '=', userId);
  if (since !== undefined) query = query.where('created_at', '>=', since);
  if (until !== undefined) query = query.where('created_at', '<=', until);
  if (authorIds !== undefined) query = query.where('author_id', 'in', orNobody(authorIds));
  if (kinds !== undefined)
    query = query.where((eb) =>
      eb.or(
        kinds.map(({ module, event }) =>
          eb.and([eb('module', '=', module), ...(event === undefined ? [] : [eb('event', '=', event)])]),
        ),
      ),
    );
  if (tag !== undefined) query = query.where((eb) => eb.or([eb('tag', '=', tag.name), eb('sub_tag', '=', tag.name)]));
  if (tag?.applicationId !== undefined) query = query.where('application_id', '=', tag.applicationId);
  // Other than a pattern, it takes no longer where a text is as like the one that is looked for as can be.
  const place = dialect === 'sqlite' ? sql.raw('instr') : sql.raw('strpos');
  return text === undefined ? query : query.where(sql<boolean>`${place}(folded, ${text}) > 0`);
}

/** A list without anything in it is no SQL. */
function orNobody(ids: readonly number[]): readonly number[] {
  return ids.length > 0 ? ids : [-1];
}
