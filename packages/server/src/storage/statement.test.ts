import { describe, expect, it } from 'vitest';
import { type Builder, bind, statement, type ValuesOf, valuesOf } from './statement.ts';
import type { HandlerTable } from './tables/application-tables.ts';

const byId = statement((db, p: { id: number; active: number }) =>
  db.selectFrom('user').select('name').where('id', '=', p.id).where('is_bot', '=', 0).where('is_active', '=', p.active),
);

const WRITTEN = ['application_id', 'event', 'url'] as const;
const insert = statement((db, p: ValuesOf<HandlerTable, typeof WRITTEN>) =>
  db.insertInto('handler').values(valuesOf(p, WRITTEN)),
);

describe('a statement', () => {
  it('is written once for both databases', () => {
    expect(byId.compiledFor('sqlite').sql).toBe(
      'select "name" from "user" where "id" = ? and "is_bot" = ? and "is_active" = ?',
    );
    expect(byId.compiledFor('postgres').sql).toBe(
      'select "name" from "user" where "id" = $1 and "is_bot" = $2 and "is_active" = $3',
    );
  });

  it('is compiled once', () => {
    expect(byId.compiledFor('sqlite')).toBe(byId.compiledFor('sqlite'));
  });

  it('takes its values by name, constants between them', () => {
    expect(bind(byId.compiledFor('sqlite'), { active: 1, id: 7 })).toEqual([7, 0, 1]);
  });

  it('writes the columns of a list, each from the value of its name', () => {
    const compiled = insert.compiledFor('postgres');
    expect(compiled.sql).toBe('insert into "handler" ("application_id", "event", "url") values ($1, $2, $3)');
    expect(bind(compiled, { url: 'https://example.com/', event: 'botDeleted', application_id: 3 })).toEqual([
      3,
      'botDeleted',
      'https://example.com/',
    ]);
  });

  it('refuses to run without one of its values', () => {
    expect(() => bind(byId.compiledFor('sqlite'), { id: 7 })).toThrow('No value for active');
  });

  it.each([
    ['a number', statement((db, p: { now: number }) => old(db, p.now - 1000))],
    ['a text', statement((db, p: { now: number }) => named(db, `${p.now} o'clock`))],
    ['a document', statement((db, p: { now: number }) => named(db, JSON.stringify({ at: p.now })))],
    ['a comparison', statement((db, p: { now: number }) => old(db, p.now > 0 ? 1 : 0))],
  ])('cannot be built from %s that is computed from a parameter', (_, planted) => {
    expect(() => planted.compiledFor('sqlite')).toThrow(
      'nothing can be computed from its parameter "now". Compute it before, and hand it in',
    );
  });
});

function old(db: Builder, before: number) {
  return db.selectFrom('user').select('id').where('created_at', '<', before);
}

function named(db: Builder, name: string) {
  return db.selectFrom('user').select('id').where('name', '=', name);
}
