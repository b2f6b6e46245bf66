import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueInvitation } from '#domain/sign-in/issue-invitation.ts';
import { browserOf, type SignedInBrowser, userOf } from './scenes/sign-in.ts';
import type { TestApplication } from './test-application.ts';
import { createWorld, type World } from './world.ts';

/*
 * Pages and the token endpoint take whatever is sent to them: they say what is wrong, and nobody is led away.
 */

let world: World;
let application: TestApplication;
let browser: SignedInBrowser;
let invitation: string;
const errors: unknown[] = [];

beforeAll(async () => {
  world = await createWorld({ onError: (error) => errors.push(error) });
  application = await world.application();
  browser = await browserOf(world, world.bob.id);
  invitation = await world.app.store.write(async (work) => issueInvitation(work, await userOf(work, world.carol.id)));
});
afterAll(() => world.close());

const NASTY = [
  '',
  '\0',
  '%',
  '%00',
  '%ff%fe',
  '__proto__',
  'constructor',
  '[]',
  '{}',
  '\ud800',
  "'; drop table user; --",
  '<script>alert(1)</script>',
  '//evil.test',
  '/\\evil.test',
  'https://evil.test/',
  'javascript:alert(1)',
  '/a\r\nset-cookie: x=1',
  'x'.repeat(20_000),
];

const PATHS = ['/login', '/logout', '/oauth/authorize', '/oauth/token', '/sign-in/x', '/invite/x', '/', '/health'];

/** What is read of what is sent to each. Signing out by mistake would leave the others untried. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  '/login': ['next', 'login', 'password'],
  '/oauth/authorize': ['client_id', 'state', 'csrf', 'decision'],
  '/oauth/token': ['grant_type', 'client_id', 'client_secret', 'code'],
  '/logout': ['csrf'],
};

/** Everything that could be in place, so that the nasty value is what is wrong. */
function right(): Record<string, string> {
  return {
    login: 'Bob',
    password: 'wrong',
    next: '/',
    csrf: browser.csrf,
    client_id: application.clientId,
    client_secret: application.clientSecret,
    grant_type: 'authorization_code',
    code: 'nothing',
    decision: 'allow',
    name: 'Carol',
    again: 'wrong',
    state: 'here',
  };
}

async function ask(path: string, init: RequestInit = {}): Promise<void> {
  const headers = { cookie: browser.cookie, origin: world.app.url, ...(init.headers as object) };
  const response = await fetch(world.app.url + path, { ...init, headers, redirect: 'manual' });
  const what = `${init.method ?? 'GET'} ${path.slice(0, 200)} ${String(init.body).slice(0, 200)}`;
  expect(response.status, what).toBeLessThan(500);
  const location = response.headers.get('location');
  if (location !== null) {
    const { origin } = new URL(location, world.app.url);
    expect([world.app.url, 'http://localhost:9'], what).toContain(origin);
  }
  expect(await response.text(), what).not.toContain('<script>alert');
  expect(response.headers.get('set-cookie') ?? '', what).not.toMatch(/^x=|javascript/);
}

it('whatever stands in their addresses and forms', async () => {
  const fields = { ...FIELDS, [`/invite/${invitation}`]: ['name', 'email', 'password'] };
  for (const [path, names] of Object.entries(fields)) {
    for (const field of names) {
      for (const value of NASTY) {
        const query = new URLSearchParams({ ...right(), [field]: value });
        if (value.length < 10_000) await ask(`${path}?${query}`);
        await ask(path, { method: 'POST', body: query });
      }
    }
  }
  expect(errors).toEqual([]);
});

it('whatever their bodies are written in', async () => {
  for (const path of PATHS) {
    for (const [type, body] of [
      ['application/json', '{"grant_type":["authorization_code"],"client_id":{"a":1},"__proto__":{"code":1}}'],
      ['application/json', '[[[[['],
      ['application/json', '"text"'],
      ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="code"\r\n\r\n1\r\n--x--\r\n'],
      ['multipart/form-data', 'nothing'],
      ['application/x-www-form-urlencoded', 'client_id[]=1&client_id[a][b]=2&code[=3&&&=&%'],
      ['text/plain', '\0\0\0'],
      ['application/x-www-form-urlencoded; charset=utf-7', '+ADw-script+AD4-alert(1)'],
    ] as const)
      await ask(path, { method: 'POST', body, headers: { 'content-type': type } });
  }
  expect(errors).toEqual([]);
});

it('whatever their addresses and headers look like', async () => {
  for (const path of [
    '//login',
    '/login//',
    '/LOGIN',
    '/login/%2e%2e/rest',
    '/%6cogin',
    '/invite/%',
    '/invite/%ff',
    '/invite/..%2f..%2frest',
    '/sign-in/%00',
    '/oauth//token//',
    '/oauth/token/../authorize',
    '/oauth/authorize?client_id=a&client_id=b&state=c&state=d',
    '/login?next=%2F%2Fevil.test&next=/',
    '/login?next[]=//evil.test',
  ])
    for (const headers of [
      {},
      { cookie: 'botyard_session=' },
      { cookie: `botyard_session=${'a'.repeat(8000)}` },
      { cookie: 'botyard_session=abc; botyard_session=def' },
      { origin: 'null' },
      { origin: 'https://evil.test' },
      { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'javascript', 'x-forwarded-for': 'x, y, <script>' },
      { authorization: 'Bearer \t x' },
    ])
      await ask(path, { headers });
  expect(errors).toEqual([]);
});
