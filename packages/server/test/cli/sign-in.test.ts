import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { botyard, launch, type Running, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
const data = ['--data', 'people'];
let server: Running;
let signInUrl: string;
beforeAll(async () => {
  server = launch(['start', '--port', '0', '--memory', '--no-examples', ...data], folder.path);
  signInUrl = (await server.line((line) => line.includes('/sign-in/'))).trim();
  expect(new URL(signInUrl).hostname).toBe('botyard.localhost');
});
afterAll(async () => {
  server.process.kill('SIGINT');
  await server.ended;
  folder.remove();
});

const user = (...args: string[]) => botyard(folder.path, 'user', ...args, ...data);

/** Only browsers find the name of the pages: programs take the address that it stands for. */
const reachable = (url: string) => url.replace('//botyard.localhost:', '//127.0.0.1:');

/** Where a link leads, and the page that is seen there. */
async function follow(link: string): Promise<{ status: number; page: string }> {
  const url = reachable(link);
  const answer = await fetch(url, { redirect: 'manual' });
  if (answer.status !== 303) return { status: answer.status, page: await answer.text() };
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const led = await fetch(new URL(answer.headers.get('location') ?? '', url), { headers: { cookie } });
  return { status: led.status, page: await led.text() };
}

test('the link that the start prints signs Alice in, once', async () => {
  expect((await follow(signInUrl)).page).toContain('Alice Arden');
  expect((await follow(signInUrl)).status).toBe(404);
});

test('login prints a link for anybody', async () => {
  const { code, stdout, stderr } = await botyard(folder.path, 'login', '--as', 'Bob', ...data);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('to be Bob there. It works once') });
  expect((await follow(stdout.trim())).page).toContain('Bob Birch');
});

test('whoever is added is invited, and can be invited again', async () => {
  const { invitationUrl, id } = JSON.parse((await user('add', '--name', 'Zoe', '--json')).stdout);
  expect((await follow(invitationUrl)).page).toContain('Welcome, Zoe');
  const again = await user('invite', '--as', String(id));
  expect((await follow(invitationUrl)).status).toBe(404);
  expect((await follow(again.stdout.trim())).page).toContain('Welcome, Zoe');
});

describe('a password', () => {
  const set = (password: string) =>
    launch(['user', 'password', '--as', 'Bob', ...data], folder.path, { input: password }).ended;
  const signIn = async (password: string) =>
    (
      await fetch(new URL('/login', reachable(signInUrl)), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ login: 'Bob', password }),
      })
    ).status;

  test('is read from standard input, and people sign in with it', async () => {
    expect(await signIn('correct horse battery')).toBe(401);
    expect(await set('correct horse battery\n')).toMatchObject({
      code: 0,
      stdout: 'Bob signs in with the new password from now on.\n',
    });
    expect(await signIn('correct horse battery')).toBe(303);
  });

  test('has to be one, and there', async () => {
    expect(await set('short\n')).toMatchObject({
      code: 1,
      stderr: 'Error: This is too short: at least 10 characters.\n',
    });
    expect(await set('')).toMatchObject({ code: 2, stderr: 'Error: There is nothing on standard input.\n' });
  });
});

describe('change', () => {
  test('gives rights and takes them, but not from the last who has them', async () => {
    expect((await user('change', '--as', 'Alice', '--no-admin')).stderr).toBe(
      'Error: They are the last administrator: make somebody else one first.\n',
    );
    expect((await user('change', '--as', 'Bob', '--admin')).stdout).toBe(
      'Bob Birch is in the portal as administrator.\n',
    );
    expect((await user('change', '--as', 'Alice', '--no-admin')).stdout).toBe('Alice Arden is in the portal.\n');
    expect((await user('change', '--as', 'Alice', '--admin', '--json')).stdout).toContain('"isAdmin":true');
    expect((await user('change', '--as', 'Dana', '--admin')).stderr).toMatch(/guest cannot be an administrator/);
  });

  test('dismisses somebody and takes them back', async () => {
    const link = () => botyard(folder.path, 'login', '--as', 'Carol', ...data);
    const before = (await link()).stdout.trim();
    expect((await user('change', '--as', 'Carol', '--dismiss')).stdout).toBe('Carol Cedar is dismissed.\n');
    expect((await follow(before)).status).toBe(404);
    expect((await link()).stderr).toMatch(/^Error: Nobody here is called "Carol"/);
    expect((await user('change', '--as', 'Carol', '--restore')).stdout).toBe('Carol Cedar is in the portal.\n');
    expect((await follow((await link()).stdout.trim())).page).toContain('Carol Cedar');
  });

  test('is told what to change', async () => {
    expect(await user('change', '--as', 'Bob')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--admin, --no-admin/),
    });
    expect(await user('change', '--as', 'Bob', '--dismiss', '--restore')).toMatchObject({ code: 2 });
  });
});

test('a portal that is open to the world prints a link for its first administrator', async () => {
  const open = launch(['start', '--port', '0', '--memory', '--data', 'open', '--production'], folder.path);
  onTestFinished(() => void open.process.kill());
  const url = (await open.line((line) => line.includes('/invite/'))).trim();
  expect((await follow(url)).page).toContain('Set up this portal');
  await botyard(folder.path, 'user', 'add', '--name', 'Olga', '--admin', '--data', 'open');
  // Somebody is there now: whoever finds the link later is too late.
  expect((await follow(url)).status).toBe(404);
});
