import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeUser } from '../scenes/people.ts';
import type { TestApplication } from '../test-application.ts';
import { type Answer, createWorld, post, type World } from '../world.ts';

let world: World;
let application: TestApplication;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application({ scope: ['imbot', 'im'] });
});
afterEach(() => world.close());

const DAY = 86_400_000;
const refresh = async (refresh_token: string) =>
  application.fetchTokens({ grant_type: 'refresh_token', refresh_token });
const seen = ({ status, body }: Answer) => ({ status, error: body.error });
const NO_GRANT = { status: 400, error: 'invalid_grant' };

describe('a refresh token', () => {
  const first = async () => (await application.tokens(world.bob)).refreshToken;
  const next = async (token: string) => (await refresh(token)).body.refresh_token;

  it('gives tokens in the name of the same person, the next time with its successor', async () => {
    const second = await next(await first());
    const { body } = await refresh(second);
    expect(body.user_id).toBe(world.bob.id);
    expect((await post(`${world.app.url}/rest/profile`, { auth: body.access_token })).body.result.NAME).toBe('Bob');
  });

  it('costs no row until it is used', async () => {
    const families = () =>
      world.app.store.readWith((session) => session.query((db) => db.selectFrom('token_family').selectAll()));
    const token = await first();
    expect(await families()).toHaveLength(0);
    await refresh(token);
    expect(await families()).toHaveLength(1);
  });

  it('may come again within a minute, when the answer got lost on the way', async () => {
    const token = await first();
    await refresh(token);
    world.clock.advance(60_000);
    const again = await refresh(token);
    expect(again.status).toBe(200);
    expect((await refresh(again.body.refresh_token)).status).toBe(200);
  });

  it('that comes again later ends its whole family, its newest member too', async () => {
    const token = await first();
    const newest = await next(token);
    world.clock.advance(60_001);
    expect(seen(await refresh(token))).toEqual(NO_GRANT);
    expect(seen(await refresh(newest))).toEqual(NO_GRANT);
    expect((await refresh(await first())).status).toBe(200);
  });

  it('that comes again before the time of its first use ends its family: the clock was set back', async () => {
    const token = await first();
    await refresh(token);
    world.clock.set(-DAY);
    expect(seen(await refresh(token))).toEqual(NO_GRANT);
    world.clock.set(DAY);
  });

  it('that is two behind ends its family at once', async () => {
    const token = await first();
    const newest = await next(await next(token));
    expect(seen(await refresh(token))).toEqual(NO_GRANT);
    expect(seen(await refresh(newest))).toEqual(NO_GRANT);
  });

  it('is good for 180 days, and each successor for as long again', async () => {
    const [kept, forgotten] = [await first(), await first()];
    world.clock.suspend(180 * DAY - 1000);
    const successor = await next(kept);
    world.clock.advance(1000);
    expect(seen(await refresh(forgotten))).toEqual(NO_GRANT);
    world.clock.suspend(179 * DAY);
    expect((await refresh(successor)).status).toBe(200);
  });

  it('is of no use to another application, nor is an access token', async () => {
    const other = await world.application();
    const token = await first();
    expect(seen(await other.fetchTokens({ grant_type: 'refresh_token', refresh_token: token }))).toEqual(NO_GRANT);
    expect(seen(await refresh(await application.token()))).toEqual(NO_GRANT);
    expect((await refresh(token)).status).toBe(200);
  });

  it('is worth nothing once its person is dismissed or its application removed', async () => {
    const token = await first();
    await changeUser(world, world.bob.id, { isActive: false });
    expect(seen(await refresh(token))).toEqual(NO_GRANT);
    await application.remove();
    expect(seen(await refresh(token))).toEqual({ status: 200, error: 'WRONG_CLIENT' });
  });

  it('says that its person may not use the application any more', async () => {
    const token = await first();
    await application.change({ allowedUserIds: [world.carol.id] });
    expect(seen(await refresh(token))).toEqual({ status: 401, error: 'user_access_error' });
    await application.change({ allowedUserIds: null });
    expect((await refresh(token)).status).toBe(200);
  });
});
