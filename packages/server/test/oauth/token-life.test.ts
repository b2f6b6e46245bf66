import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../databases.ts';
import { askAs, askAsAlice } from '../scenes/person-asks.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, post, type World } from '../world.ts';

let world: World;
let application: TestApplication;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application({ scope: ['user'] });
});
afterEach(() => world.close());

onBothDatabases('an application whose tokens live shortly', () => {
  const profile = (auth: string) => post(`${world.app.url}/rest/profile`, { auth });

  it('sees them expire when it was told that they would, those that it had before not', async () => {
    const before = await application.token();
    const changed = await askAsAlice(world, 'app.tokens', { app: application.clientId, seconds: 10 });
    expect(changed).toMatchObject({ tokenSeconds: 10, version: 1 });
    const short = await application.token();
    world.clock.advance(9_000);
    expect((await profile(short)).status).toBe(200);
    world.clock.advance(2_000);
    expect(await profile(short)).toMatchObject({ status: 401, body: { error: 'expired_token' } });
    expect((await profile(before)).status).toBe(200);

    await askAsAlice(world, 'app.tokens', { app: application.clientId });
    const usual = await application.token();
    world.clock.advance(3_500_000);
    expect((await profile(usual)).status).toBe(200);
  });

  it('is set by administrators alone, within what makes sense', async () => {
    const body = { app: application.clientId, seconds: 60 };
    expect((await askAs(world, world.bob.id, 'app.tokens', body)).status).toBe(403);
    for (const seconds of [0, 4, 3601, 10.5])
      expect((await askAs(world, world.alice.id, 'app.tokens', { ...body, seconds })).status).toBe(400);
  });
});
