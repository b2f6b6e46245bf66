import { expect } from 'vitest';
import type { Person, World } from '../world.ts';

/** An id that nobody and nothing has. */
export const NOBODY = 999_999;

/** From now on the database refuses such writes: `update on bot`. */
export async function storeRefuses(world: World, write: string): Promise<void> {
  await world.app.store.writeWith((session) =>
    session.exec(
      session.dialect === 'sqlite'
        ? `create trigger refuse before ${write} begin select raise(abort, 'constraint failed'); end`
        : `create function refuse() returns trigger language plpgsql as
             'begin raise exception using errcode = ''check_violation'', message = ''constraint failed''; end';
           create trigger refuse before ${write} for each row execute function refuse()`,
    ),
  );
}

/** The call is answered with that error. */
export async function expectRefusal(
  person: Person,
  method: string,
  params: Record<string, unknown>,
  code: string,
): Promise<void> {
  const { body } = await person.call(method, params);
  expect(body.error).toBe(code);
}
