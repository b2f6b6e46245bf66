import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { botyard, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

test('a portal whose lock was replaced by that of another one stops, and the other one goes on', async () => {
  const first = await startServer(folder.path, '--no-examples', '--data', 'replaced');
  const data = join(folder.path, 'replaced');
  rmSync(join(data, 'lock'));
  const second = await startServer(folder.path, '--no-examples', '--data', 'replaced');
  expect(await first.ended).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${join(data, 'lock')} was removed or replaced`),
  });
  expect((await fetch(`${second.started.url}/health`)).status).toBe(200);
  expect((await botyard(folder.path, 'stop', '--data', 'replaced')).stdout).toBe(
    `${second.started.url} has stopped.\n`,
  );
});

test('a portal whose lock was removed stops before another one can write beside it', async () => {
  const server = await startServer(folder.path, '--no-examples', '--data', 'taken');
  const lock = join(folder.path, 'taken', 'lock');
  rmSync(lock);
  expect(await server.ended).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${lock} was removed or replaced`),
  });
});
