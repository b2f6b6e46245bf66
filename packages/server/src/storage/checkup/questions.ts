import { sql } from 'kysely';
import { z } from 'zod';
import type { Builder } from '../statement.ts';
import { EVENT_STATE } from '../stores/event-state.ts';
import type { EventEnd } from '../stores/outbox.ts';
import type { Question } from './inspect-sqlite.ts';

export const ENDS = ['delivered', 'dead', 'dropped'] as const satisfies readonly EventEnd[];

/** How long ended events are kept, in milliseconds, and how many of them. */
export type Keeping = Readonly<Record<EventEnd, { readonly for: number; readonly most: number }>>;

export interface KeptEvents {
  readonly end: EventEnd;
  readonly count: number;
  /** So many of them are forgotten in the next round. */
  readonly past: number;
}

const ofEnd = (db: Builder, end: EventEnd) =>
  db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', EVENT_STATE[end]);

const counted = z.tuple([z.object({ count: z.number() })]);

/** How many events have come to their end: two questions for each kind of end. */
export function keptQuestions(keeping: Keeping, now: number): readonly Question[] {
  return ENDS.flatMap((end): Question[] => [
    (db) => ofEnd(db, end),
    (db) => ofEnd(db, end).where('finished_at', '<', now - keeping[end].for),
  ]);
}

export function toKeptEvents(answers: readonly (readonly unknown[])[], keeping: Keeping): KeptEvents[] {
  return ENDS.map((end, index) => {
    const [count, old] = [0, 1].map((which) => counted.parse(answers[2 * index + which])[0].count) as [number, number];
    return { end, count, past: Math.max(old, count - keeping[end].most) };
  });
}

/** Something that was sealed with the key, of each kind. */
export const SEALED: readonly Question[] = [
  (db) =>
    db
      .selectFrom('application')
      .select('application_token_sealed as sealed')
      .where('application_token_sealed', 'is not', null)
      .limit(1),
  (db) => db.selectFrom('webhook').select('code_sealed as sealed').limit(1),
];

const sealedRows = z.array(z.array(z.object({ sealed: z.string() })));

export function toSealed(answers: readonly (readonly unknown[])[]): string[] {
  return sealedRows.parse(answers).flatMap((rows) => rows.map(({ sealed }) => sealed));
}

/** What PostgreSQL knows of itself. */
export const POSTGRES: Question = (db) =>
  db.selectNoFrom([
    sql<string>`current_setting('server_version')`.as('version'),
    sql<string | null>`(select string_agg(indexrelid::regclass::text, ', ') from pg_index where not indisvalid)`.as(
      'invalid',
    ),
    sql<number | null>`(select checksum_failures from pg_stat_database where datname = current_database())`.as(
      'failures',
    ),
    sql<number>`pg_database_size(current_database())`.as('size'),
  ]);

export const postgresSaid = z.tuple([
  z.object({
    version: z.string(),
    invalid: z.string().nullable(),
    failures: z.number().nullable().describe('null: its pages have no checksums'),
    size: z.number(),
  }),
]);
