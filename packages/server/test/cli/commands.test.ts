import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../world.ts';
import { botyard, type Server, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
const data = ['--data', 'here'];
let server: Server;
beforeAll(async () => {
  server = await startServer(folder.path, '--memory', ...data);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe('commands beside a running portal', () => {
  test('list what somebody can type, where they are', async () => {
    const { stdout } = await botyard(folder.path, 'commands', ...data, '--as', 'Alice', '--in', 'Team', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'echo', title: 'Says it back', params: 'text', botName: 'Echo' },
      { name: 'help', title: 'Says what this bot can do' },
    ]);
  });

  test('make a webhook that may do what it was made for, for as long as was said', async () => {
    const made = await botyard(
      folder.path,
      'webhook',
      'add',
      ...data,
      '--as',
      'Bob',
      '--scope',
      'im',
      '--expires',
      '30',
      '--json',
    );
    const webhook = JSON.parse(made.stdout);
    expect(webhook).toMatchObject({ userId: 2, scope: ['im'] });
    expect(webhook.expiresAt).toBeGreaterThan(0);
    expect((await post(`${webhook.url}im.message.add`, { DIALOG_ID: 'chat1', MESSAGE: 'hi' })).status).toBe(200);
    expect((await post(`${webhook.url}imbot.bot.list`, {})).body.error).toBe('insufficient_scope');
    const unknown = await botyard(folder.path, 'webhook', 'add', ...data, '--as', 'Bob', '--scope', 'everything');
    expect(unknown.stderr).toMatch(/^Error: There is no permission "everything"\. There are: .*\bim, imbot/);
  });

  test('add a person, who can speak at once', async () => {
    const added = await botyard(
      folder.path,
      'user',
      'add',
      ...data,
      '--name',
      'Eve',
      '--last-name',
      'Elm',
      '--email',
      'eve@example.org',
      '--extranet',
    );
    expect(added.stdout).toMatch(/^Eve Elm is in the portal \(id \d+, extranet guest\)\.$/m);
    const again = await botyard(folder.path, 'user', 'add', ...data, '--name', 'Eva', '--email', 'EVE@example.org');
    expect(again).toMatchObject({ code: 1, stderr: 'Error: Somebody here has that e-mail address already.\n' });
    expect((await botyard(folder.path, 'user', 'add', ...data)).stderr).toBe(
      'Error: --name is missing. See: ./botyard user add --help.\n',
    );
    expect((await botyard(folder.path, 'say', ...data, '--as', 'Eve Elm', '--to', 'Echo', 'hello')).stdout).toContain(
      'Echo: You said: hello\n',
    );
  });

  test('say how the portal is doing', async () => {
    const { stdout } = await botyard(folder.path, 'status', ...data);
    expect(stdout).toMatch(/^Botyard +\d+\.\d+\.\d+$/m);
    expect(stdout).toMatch(/^Events +\d+ waiting, 0 to be fetched, \d+ delivered, 0 given up, 0 dropped$/m);
    expect(stdout).toMatch(
      /^Echo \(\d+\) +echo +up to date +last success \d+ s ago; answers in \d+ ms, the slowest in \d+ ms$/m,
    );
  });
});
