import { type RawBuilder, sql } from 'kysely';
import { type Builder, builders } from './builders.ts';

/** The numbers of a list as a statement is given them: as one text, however many they are. */
export function numbers(list: readonly number[]): string {
  return JSON.stringify(list);
}

/**
 * Those numbers, for `in`. A query with a place for each of them is another one for each length of the list: it is built
 * and prepared anew each time, which costs several times what it costs to run.
 *
 * ```ts
 * const byIds = statement((db, p: { ids: string }) => db.selectFrom('user').selectAll().where('id', 'in', numbersIn(db, p.ids)));
 * const rows = await session.all(byIds, { ids: numbers([1, 2, 3]) });
 * ```
 */
export function numbersIn(db: Builder, list: string): RawBuilder<number> {
  return db === builders.sqlite
    ? sql`(select value from json_each(${list}))`
    : sql`(select cast(value as bigint) from json_array_elements_text(cast(${list} as json)))`;
}
