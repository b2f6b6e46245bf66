import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type World } from '../world.ts';

/*
 * The same code or token shown many times at once, as by a thief and its owner together.
 */

let world: World;
let application: TestApplication;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application();
});
afterEach(() => world.close());

const AT_ONCE = 20;
const atOnce = <T>(one: () => Promise<T>) => Promise.all(Array.from({ length: AT_ONCE }, one));
const refresh = (refresh_token: string) => application.fetchTokens({ grant_type: 'refresh_token', refresh_token });

it('a code that is shown many times at once gives tokens once, and those are not renewed', async () => {
  const code = await application.code();
  const answers = await atOnce(() => application.fetchTokens({ grant_type: 'authorization_code', code }));
  const [given, another] = answers.filter(({ status }) => status === 200);
  expect(another).toBeUndefined();
  expect((await refresh(given?.body.refresh_token)).body.error).toBe('invalid_grant');
});

it('a refresh token that is shown many times at once has one successor', async () => {
  const { refreshToken } = await application.tokens(world.bob);
  const answers = await atOnce(() => refresh(refreshToken));
  expect(new Set(answers.map(({ body }) => body.refresh_token)).size).toBe(1);
});

it('a stolen refresh token that is shown together with the newest leaves neither of use', async () => {
  const stolen = (await application.tokens(world.bob)).refreshToken;
  const { refresh_token: newest } = (await refresh(stolen)).body;
  world.clock.advance(60_001);
  const answers = await Promise.all([stolen, newest, stolen, newest].map(refresh));
  for (const token of answers.flatMap(({ body }) => body.refresh_token ?? []).concat(stolen, newest))
    expect((await refresh(token)).body.error).toBe('invalid_grant');
});

it('an application that is removed while its tokens are in use is answered no call after that', async () => {
  const call = () => application.as(world.bob).call('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'Hello' });
  await Promise.all([application.remove(), atOnce(call)]);
  expect((await call()).body.error).toBe('APPLICATION_NOT_FOUND');
  const { refreshToken } = await application.tokens(world.bob);
  expect((await refresh(refreshToken)).body.error).toBe('WRONG_CLIENT');
});
