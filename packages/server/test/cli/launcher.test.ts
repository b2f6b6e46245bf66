import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { launch, type Running, type Started, temporaryFolder } from './botyard.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const file = join(repository, 'botyard');
const folder = temporaryFolder();
afterAll(() => folder.remove());

/** In the words of whoever reads the README: the very command, and what stands behind it. */
const run = (command: readonly [string, ...string[]], args: readonly string[], cwd = folder.path): Running =>
  launch(args, cwd, { command });

async function started(running: Running): Promise<Started> {
  return JSON.parse(await running.line((line) => line.startsWith('{')));
}

const FRESH = ['start', '--memory', '--no-examples', '--json', '--port', '0'];

describe('the file botyard of a checkout', () => {
  test('runs from any folder, through a link, and says how it was called', async () => {
    mkdirSync(join(folder.path, 'bin'));
    symlinkSync(file, join(folder.path, 'bin', 'first'));
    symlinkSync('bin/first', join(folder.path, 'second'));
    const { code, stderr } = await run(['./second'], ['strat']).ended;
    expect(code).toBe(2);
    expect(stderr).toContain("unknown command 'strat'");
    expect(stderr).toContain('See: ./second --help');
    expect((await run([file], ['say']).ended).stderr).toContain(`See: ${file} say --help`);
  });

  test('is replaced by the portal, so that a signal stops that', async () => {
    const portal = run([file], FRESH);
    await started(portal);
    portal.process.kill('SIGTERM');
    expect(await portal.ended).toMatchObject({ code: 0, stderr: expect.stringContaining('Stopped.') });
  });

  test('says what to do in a checkout that is not set up, and asks no registry', async () => {
    const bare = join(folder.path, 'bare checkout');
    mkdirSync(bare);
    cpSync(file, join(bare, 'botyard'));
    const { code, stderr } = await run(['./botyard'], ['status'], bare).ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Error: Botyard is not set up yet. In ${bare}, run: npm ci\n`,
    });
  });
});

describe('a portal that npm or npx started', () => {
  test.each([
    ['npm start', ['npm', 'start', '--'] as const],
    ['npx botyard start', ['npx', 'botyard', 'start'] as const],
  ])('ends when %s is ended, and lets go of port and data', async (_, command) => {
    const data = ['--data', join(folder.path, command[0])];
    const portal = run(command, ['--no-examples', '--json', '--port', '0', ...data], repository);
    const { url } = await started(portal);
    portal.process.kill('SIGTERM');
    // The portal has the same output: it ends when the last of them has.
    await portal.ended;
    await expect(fetch(url)).rejects.toThrow();
    const next = run([file], [...FRESH.filter((one) => one !== '--memory'), ...data]);
    await started(next);
    next.process.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
  });
});
