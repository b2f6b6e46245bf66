import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { botyard, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('botyard stop', () => {
  test('stops the portal of this folder, and answers when it is gone', async () => {
    const server = await startServer(folder.path, '--no-examples');
    const { code, stdout } = await botyard(folder.path, 'stop');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${server.started.url} has stopped.\n` });
    expect(existsSync(join(folder.path, '.botyard', 'control.json'))).toBe(false);
    expect(await server.ended).toMatchObject({ code: 0, stderr: expect.stringContaining('as it was asked to') });
  });

  test('says so when there is none', async () => {
    const { code, stderr } = await botyard(folder.path, 'stop', '--data', 'nowhere');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^Error: No server is running on .*nowhere\./),
    });
  });

  test('stops a portal of another version, too: that is how one gets to this one', async () => {
    const server = await startServer(folder.path, '--no-examples', '--data', 'older');
    const path = join(folder.path, 'older', 'control.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version: '0.0.1' }));
    const status = await botyard(folder.path, 'status', '--data', 'older');
    expect(status).toMatchObject({ code: 1, stderr: expect.stringMatching(/runs Botyard 0\.0\.1, and this is/) });
    expect((await botyard(folder.path, 'stop', '--data', 'older')).code).toBe(0);
    expect((await server.ended).code).toBe(0);
  });
});
