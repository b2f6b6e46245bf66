import { hostname } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { botyard, launch, type Server, startServer } from '../cli/botyard.ts';
import { post } from '../world.ts';
import { ownServer } from './own-server.ts';

/* `botyard start --database`, against a server of its own that is ended and started again. */

const { folder, newDatabase, server: postgres, start } = ownServer();

const say = (server: Server, text: string) =>
  post(`${server.started.webhookUrl}im.message.add`, { DIALOG_ID: `chat${server.started.groupChatId}`, MESSAGE: text });

async function history(server: Server): Promise<string[]> {
  const { body } = await post(`${server.started.webhookUrl}im.dialog.messages.get`, {
    DIALOG_ID: `chat${server.started.groupChatId}`,
  });
  return body.result.messages.map(({ text }: { text: string }) => text);
}

describe('a portal on PostgreSQL', () => {
  test('goes on with what it was told before, from the same database and data directory', async () => {
    const { address } = await newDatabase();
    const first = await startServer(folder, '--database', address, '--data', 'goes-on');
    expect((await say(first, 'before the stop')).status).toBe(200);
    expect(await first.stop()).toMatchObject({ code: 0 });
    const second = await startServer(folder, '--database', address, '--data', 'goes-on');
    onTestFinished(async () => void (await second.stop()));
    expect(await history(second)).toContain('before the stop');
  });

  test('has the database for itself: a second start says who holds it', async () => {
    const { address } = await newDatabase();
    const first = await startServer(folder, '--database', address, '--data', 'holder');
    onTestFinished(async () => void (await first.stop()));
    const { code, stderr, stdout } = await start('--database', address, '--data', 'second');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(
        `^Error: Another Botyard uses this database: the portal of ${hostname()}, process ${first.process.pid}, since [\\d-]+ [\\d:]+ UTC\\. .*\n$`,
      ),
    );
  });

  test('takes the database over from one that was killed, and says so', async () => {
    const { address } = await newDatabase();
    const first = await startServer(folder, '--database', address, '--data', 'killed');
    await say(first, 'before the kill');
    first.process.kill('SIGKILL');
    await first.ended;
    const second = await startServer(folder, '--database', address, '--data', 'killed');
    expect(await history(second)).toContain('before the kill');
    const { stderr } = await second.stop();
    expect(stderr).toContain(`process ${first.process.pid}, since`);
    expect(stderr).toMatch(
      /did not stop cleanly; its lease on the database ends in \d+ s\n.*Took the database over from/s,
    );
  });

  test('is backed up by the commands that it prints, and comes back from both files', async () => {
    const shell = (command: string) => launch([], folder, { command: ['sh', '-c', command] }).ended;
    const { name, address } = await newDatabase();
    const first = await startServer(folder, '--database', address, '--data', 'backed-up');
    await say(first, 'before the backup');
    const { stdout } = await botyard(folder, 'backup', 'copy.tar', '--data', 'backed-up');
    const [, dump = ''] = /^The database is not in it\. Copy it, too: (pg_dump .*)$/m.exec(stdout) ?? [];
    expect(dump).toContain(`/${name}`);
    expect(await shell(dump)).toMatchObject({ code: 0 });
    const check = await botyard(folder, 'check', '--data', 'backed-up');
    expect(check).toMatchObject({ code: 0, stdout: expect.stringMatching(/Database +PostgreSQL \d+.*All is well/s) });
    expect(await first.stop()).toMatchObject({ code: 0 });

    const { address: empty } = await newDatabase();
    const restored = await botyard(folder, 'restore', 'copy.tar', '--data', 'came-back');
    const [, restore = ''] = /(pg_restore .*ADDRESS \S+),/.exec(restored.stdout) ?? [];
    const command = restore.replace('ADDRESS', `'${empty}'`).replace('FILE', 'copy.tar.dump');
    expect(await shell(command)).toMatchObject({ code: 0 });
    const second = await startServer(folder, '--database', empty, '--data', 'came-back');
    onTestFinished(async () => void (await second.stop()));
    expect(await history(second)).toContain('before the backup');
  });

  test('stops when another one has taken its database', async () => {
    const { address, exec } = await newDatabase();
    const server = await startServer(folder, '--database', address, '--data', 'loser');
    await exec("update database_lease set token = 'another', host = 'elsewhere', process_id = 7");
    const { code, stderr } = await server.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /This portal lost its database to the portal of elsewhere, process 7, .* and has stopped.*\n$/,
    );
  });

  test('answers 503 while the server is away, and goes on by itself when it is back', async () => {
    const { address } = await newDatabase();
    const server = await startServer(folder, '--database', address, '--data', 'survivor');
    onTestFinished(async () => void (await server.stop()));
    await postgres().kill();
    expect(await say(server, 'while it is away')).toMatchObject({ status: 503, body: { error: 'OVERLOAD_LIMIT' } });
    await postgres().start();
    expect((await say(server, 'when it is back')).status).toBe(200);
    const said = await history(server);
    expect(said).toContain('when it is back');
    expect(said).not.toContain('while it is away');
  });

  test('keeps to its key: another data directory is refused', async () => {
    const { address } = await newDatabase();
    await (await startServer(folder, '--database', address, '--data', 'first-key')).stop();
    const { code, stderr } = await start('--database', address, '--data', 'other-key');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: The secrets of this database are sealed with the key of another data directory\./);
  });

  test('is brought up to date once when two start at the same moment', async () => {
    const { address } = await newDatabase();
    const both = ['one', 'two'].map((data) =>
      launch(['start', '-p', '0', '--json', '--database', address, '--data', data], folder),
    );
    const ended = await Promise.race(both.map(async ({ ended }, index) => ({ index, ...(await ended) })));
    expect(ended.stderr).toMatch(/^Error: (Another Botyard uses this database|The secrets of this database)/);
    const other = both[1 - ended.index];
    await other?.line((line) => line.startsWith('{'));
    other?.process.kill('SIGTERM');
    expect(await other?.ended).toMatchObject({ code: 0 });
  });
});
