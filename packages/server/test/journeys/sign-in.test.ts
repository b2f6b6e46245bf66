import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueInvitation } from '#domain/sign-in/issue-invitation.ts';
import { changeAccount } from '#domain/user/change-account.ts';
import { storeRefuses } from '../scenes/refusals.ts';
import { browserOf, type Form, givePassword, PASSWORD, userOf, visit } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

const [MINUTE, DAY] = [60_000, 86_400_000];

let world: World;
beforeAll(async () => {
  world = await createWorld({ trustedProxies: ['127.0.0.1/32'] });
  await givePassword(world, world.alice.id);
});
afterAll(() => world.close());

const signIn = (form: Form, headers: Record<string, string> = {}) => visit(world, '/login', { form, headers });

/** Who is signed in, as the page to sign out says; undefined for nobody. */
async function nameSeen(cookie: string): Promise<string | undefined> {
  const { text } = await visit(world, '/logout', { headers: { cookie } });
  return /You are signed in as ([^<]*)\.</.exec(text)?.[1];
}

it.each(['alice@example.com', 'ALICE@example.com', 'Alice', 'alice  arden '])('Alice signs in as %j', async (login) => {
  const { status, location, cookie } = await signIn({ login, password: PASSWORD, next: '/health' });
  expect({ status, location }).toEqual({ status: 303, location: '/health' });
  expect(cookie).toMatch(/^botyard_session=[a-z0-9]{40}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/);
  expect(await nameSeen(cookie)).toBe('Alice Arden');
});

it('is told the same, whoever is meant, when the password is wrong or there is none', async () => {
  const answers = [];
  for (const login of ['alice@example.com', 'bob@example.com', 'nobody@example.com'])
    answers.push(await signIn({ login, password: 'something else' }, { 'x-forwarded-for': '192.0.2.9' }));
  expect(answers.map(({ status, cookie }) => [status, cookie])).toEqual(Array(3).fill([401, '']));
  expect(new Set(answers.map(({ text }) => text.replace(/value="[^"]*"/g, ''))).size).toBe(1);
});

it('leads nowhere else after signing in', async () => {
  for (const next of ['//example.com', '/\\example.com', 'https://example.com/', 'javascript:alert(1)'])
    expect((await signIn({ login: 'alice', password: PASSWORD, next })).location).toBe('/');
});

it('does not take what was sent from a page of another site', async () => {
  for (const origin of ['https://example.com', 'null']) {
    const { status, cookie } = await signIn({ login: 'alice', password: PASSWORD }, { origin });
    expect({ status, cookie }).toEqual({ status: 403, cookie: '' });
  }
  expect((await signIn({ login: 'alice', password: PASSWORD }, { origin: world.app.url })).status).toBe(303);
});

it('makes who guesses wait, says for how long, and takes no right password meanwhile', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.66' };
  const guess = () => signIn({ login: 'alice', password: 'a guess' }, headers);
  for (let n = 0; n < 5; n += 1) expect((await guess()).status).toBe(401);
  const { status, text, headers: answered } = await guess();
  expect({ status, after: answered.get('retry-after') }).toEqual({ status: 429, after: '1' });
  expect(text).toContain('Please wait 1 second and try again.');
  expect((await signIn({ login: 'alice', password: PASSWORD }, headers)).status).toBe(429);
  // From elsewhere nothing is to be noticed of it.
  expect((await signIn({ login: 'alice', password: PASSWORD })).status).toBe(303);
  world.clock.advance(1000);
  expect((await signIn({ login: 'alice', password: PASSWORD }, headers)).status).toBe(303);
});

it('signs out by a form of ours alone, for good', async () => {
  const alice = await browserOf(world, world.alice.id);
  const leave = (form: Form, more = {}) =>
    visit(world, '/logout', { form, headers: { cookie: alice.cookie, ...more } });
  for (const [form, more] of [
    [{}],
    [{ csrf: 'guessed' }],
    [{ csrf: alice.csrf }, { origin: 'https://example.com' }],
  ] as const)
    expect((await leave(form, more)).location).toBe('/logout');
  expect(await nameSeen(alice.cookie)).toBe('Alice Arden');
  const { location, cookie } = await leave({ csrf: alice.csrf });
  expect(location).toBe('/login');
  expect(cookie).toMatch(/^botyard_session=; .*Max-Age=0/);
  expect(await nameSeen(alice.cookie)).toBeUndefined();
  expect((await alice.call('profile')).status).toBe(401);
});

it('gives a browser a session of its own each time, and ends the one that it had', async () => {
  const alice = await browserOf(world, world.alice.id);
  const { cookie } = await signIn({ login: 'alice', password: PASSWORD }, { cookie: alice.cookie });
  expect(await nameSeen(alice.cookie)).toBeUndefined();
  expect(await nameSeen(cookie)).toBe('Alice Arden');
});

it('ends a session that was not used for two weeks, and any after ninety days', async () => {
  const [used, idle] = [await browserOf(world, world.alice.id), await browserOf(world, world.alice.id)];
  for (let days = 13; days < 90; days += 13) {
    world.clock.suspend(13 * DAY);
    expect(await nameSeen(used.cookie)).toBe('Alice Arden');
  }
  expect(await nameSeen(idle.cookie)).toBeUndefined();
  world.clock.suspend(12 * DAY);
  expect(await nameSeen(used.cookie)).toBeUndefined();
});

it('writes down that somebody is there once a minute at most', async () => {
  const { cookie } = await browserOf(world, world.alice.id);
  const lastSeen = () =>
    world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('session').select('last_seen_at').orderBy('id', 'desc').limit(1)),
    );
  const seen = new Set<string>();
  for (let n = 0; n < 12; n += 1) {
    await visit(world, '/logout', { headers: { cookie } });
    seen.add(JSON.stringify(await lastSeen()));
    world.clock.advance(MINUTE / 6);
  }
  expect(seen.size).toBe(2);
});

it('signs somebody out everywhere when their password changes or they are dismissed', async () => {
  const alice = [await browserOf(world, world.alice.id), await browserOf(world, world.alice.id)];
  const bob = await browserOf(world, world.bob.id);
  await givePassword(world, world.alice.id, 'another long password');
  for (const { cookie } of alice) expect(await nameSeen(cookie)).toBeUndefined();
  expect((await signIn({ login: 'alice', password: PASSWORD })).status).toBe(401);
  expect((await signIn({ login: 'alice', password: 'another long password' })).status).toBe(303);
  await givePassword(world, world.alice.id);

  expect(await nameSeen(bob.cookie)).toBe('Bob Birch');
  await givePassword(world, world.carol.id);
  const carol = await browserOf(world, world.carol.id);
  await world.app.store.write(async (work) => {
    await changeAccount(work, await userOf(work, world.carol.id), { isActive: false });
  });
  expect(await nameSeen(carol.cookie)).toBeUndefined();
  expect((await carol.call('im.user.get')).status).toBe(401);
  expect((await world.carol.call('im.user.get')).status).toBe(401);
  expect((await signIn({ login: 'carol', password: PASSWORD })).status).toBe(401);
});

it('a link signs in once, within an hour, and nobody who was dismissed', async () => {
  const path = world.app.links.make(world.bob.id);
  const { status, location, cookie } = await visit(world, path);
  expect({ status, location }).toEqual({ status: 303, location: '/' });
  expect(await nameSeen(cookie)).toBe('Bob Birch');
  expect(await visit(world, path)).toMatchObject({ status: 404, cookie: '' });
  const late = world.app.links.make(world.bob.id);
  world.clock.advance(60 * MINUTE);
  expect(await visit(world, late)).toMatchObject({ status: 404, cookie: '' });
  expect(await visit(world, world.app.links.make(world.carol.id))).toMatchObject({ status: 404, cookie: '' });
});

it('an invitation is good once, for a week, and until there is a newer one', async () => {
  const invite = () =>
    world.app.store.write(async (work) => `/invite/${await issueInvitation(work, await userOf(work, world.bob.id))}`);
  const form = { name: 'Bobby', lastName: 'Birch', email: 'bob@example.com', password: PASSWORD, again: PASSWORD };
  const [older, newer] = [await invite(), await invite()];
  expect((await visit(world, older)).status).toBe(404);
  expect((await visit(world, newer)).text).toContain('Welcome, Bob');
  expect(await visit(world, newer, { form, headers: { origin: 'https://example.com' } })).toMatchObject({
    status: 400,
    cookie: '',
  });

  const both = await Promise.all([visit(world, newer, { form }), visit(world, newer, { form })]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  expect(await nameSeen(both.find(({ status }) => status === 303)?.cookie ?? '')).toBe('Bobby Birch');
  expect((await signIn({ login: 'bobby', password: PASSWORD })).status).toBe(303);

  const old = await invite();
  world.clock.suspend(7 * DAY);
  expect((await visit(world, old)).status).toBe(404);
  expect((await visit(world, old, { form })).status).toBe(404);
});

it('keeps no password, token, link or code in the clear', async () => {
  const alice = await browserOf(world, world.alice.id);
  const code = await world.app.store.write(async (work) => issueInvitation(work, await userOf(work, world.alice.id)));
  const kept = await world.app.store.readWith(async (session) =>
    JSON.stringify([
      await session.query((db) => db.selectFrom('session').selectAll()),
      await session.query((db) => db.selectFrom('credential').selectAll()),
      await session.query((db) => db.selectFrom('invitation').selectAll()),
    ]),
  );
  expect(kept).toContain('scrypt.1.');
  for (const secret of [PASSWORD, alice.cookie.split('=')[1], alice.csrf, code]) expect(kept).not.toContain(secret);
});

it('a cookie goes over HTTPS alone where the portal is reached so', async () => {
  const open = await createWorld({ publicUrl: 'https://bots.example.com', trustedProxies: ['127.0.0.1/32'] });
  await givePassword(open, open.alice.id);
  const form = { login: 'alice', password: PASSWORD };
  const through = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'bots.example.com',
    origin: 'https://bots.example.com',
  };
  expect((await visit(open, '/login', { at: open.app.address, form, headers: through })).cookie).toMatch(/; Secure$/);
  expect((await visit(open, '/login', { at: open.app.address, form })).cookie).not.toMatch(/Secure/);
  await open.close();
});

it('says on a page, too, what is wrong with what was sent and with the portal itself', async () => {
  const large = await signIn({ login: 'x'.repeat(20_000) });
  expect(large).toMatchObject({ status: 413, text: expect.stringContaining('<h1>This cannot be read</h1>') });
  const errors: unknown[] = [];
  const ill = await createWorld({ onError: (error) => errors.push(error) });
  await givePassword(ill, ill.alice.id);
  await storeRefuses(ill, 'insert on session');
  const failed = await visit(ill, '/login', { form: { login: 'alice', password: PASSWORD } });
  expect(failed).toMatchObject({ status: 500, cookie: '', text: expect.stringContaining('<h1>This went wrong</h1>') });
  expect(errors).toHaveLength(1);
  await ill.close();
});
