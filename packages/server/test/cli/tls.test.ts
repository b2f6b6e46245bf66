import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { botyard, type Server, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

async function started(...args: string[]): Promise<Server> {
  const server = await startServer(folder.path, ...args);
  onTestFinished(async () => {
    await server.stop();
  });
  return server;
}

test('--tls answers over HTTPS with a certificate that can be trusted, which bots and commands do', async () => {
  const server = await started('--tls-name', 'bots.test');
  const ca = readFileSync(join(folder.path, '.botyard', 'tls-cert.pem'), 'utf8');
  const { url, webhookUrl: byName, certificatePath } = server.started;
  // The first name is the portal's.
  expect(url).toMatch(/^https:\/\/bots\.test:\d+$/);
  expect(readFileSync(certificatePath ?? '', 'utf8')).toBe(ca);
  const webhookUrl = byName.replace('bots.test', '127.0.0.1');
  const status = (options: object) =>
    new Promise((resolve, reject) => {
      get(`${webhookUrl}profile`, { agent: false, ...options }, (answer) => resolve(answer.resume().statusCode)).once(
        'error',
        reject,
      );
    });
  expect(await status({ ca })).toBe(200);
  expect(await status({ ca, servername: 'bots.test' })).toBe(200);
  await expect(status({})).rejects.toThrow(/self-signed/);

  const { code, stdout } = await botyard(folder.path, 'say', '--as', 'Alice', '--to', 'Echo', '/echo in private');
  expect(stdout).toContain('Echo: in private\n');
  expect(code).toBe(0);
});

test('--require-https refuses calls that anybody on the way can read', async () => {
  const server = await started('--memory', '--data', 'memory', '--require-https');
  const response = await fetch(`${server.started.webhookUrl}profile`);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: 'INVALID_REQUEST', error_description: 'Https required' });
});
