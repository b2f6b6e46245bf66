import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/botyard.ts';
import { createWorld, type World } from '../world.ts';
import { Canaries } from './canaries.ts';
import { journey, type Program, pendingEvents, type Seen } from './journey.ts';

/*
 * No secret is where it must not be: not at rest, not in what is logged, not in errors, not in what other programs
 * are told, not in what is kept of deliveries that failed.
 */

const folder = temporaryFolder();
const canaries = new Canaries();
const logged: string[] = [];
let world: World;
let seen: Seen[];
let programs: Program[];

beforeAll(async () => {
  world = await createWorld({
    database: join(folder.path, 'portal.db'),
    onError: (error, where) => logged.push(`${where}: ${inspect(error, { depth: 10 })}`),
  });
  ({ seen, programs } = await journey(world, canaries));
});
afterAll(async () => {
  await world.close();
  folder.remove();
});

describe('secrets', () => {
  it('are in no error, and in nothing that watchers see', () => {
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.flatMap(({ where, text }) => canaries.in(text).map((what) => `${what} in ${where}: ${text}`))).toEqual(
      [],
    );
  });

  it('are not in what we say of our own failures', () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.flatMap((text) => canaries.in(text).map((what) => `${what} in ${text}`))).toEqual([]);
  });

  it('of an application are told to that application alone', () => {
    for (const { name, handler } of programs) {
      const notOwn = canaries.except(`the application token of the ${name}`, pendingEvents(name));
      expect(handler.received.length).toBeGreaterThan(5);
      const told = handler.received.map(({ raw, headers }) => `${raw} ${JSON.stringify(headers)}`);
      expect(told.flatMap((text) => notOwn.in(text))).toEqual([]);
      expect(canaries.in(told.join())).toEqual(
        expect.arrayContaining([`the application token of the ${name}`, pendingEvents(name)]),
      );
    }
  });

  it('do not lie in the database', async () => {
    const { attempts } = await world.app.store.readWith(async (session) => ({
      attempts: await session.query((db) => db.selectFrom('attempt').selectAll()),
    }));
    expect(attempts.filter(({ answer }) => answer?.includes('***')).length).toBeGreaterThan(5);
    expect(attempts.flatMap((attempt) => canaries.in(JSON.stringify(attempt)))).toEqual([]);
    const files = readdirSync(folder.path).map((file) => readFileSync(join(folder.path, file)));
    expect(files.flatMap((file) => canaries.in(file))).toEqual([]);
    // That they would be found there is seen by what is not secret.
    const spoken = new Canaries();
    spoken.add('what was said', 'heard by nobody');
    expect(files.flatMap((file) => spoken.in(file))).toContain('what was said');
  });
});
