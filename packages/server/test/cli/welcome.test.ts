import { execFile } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, type Running, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
let server: Running;
let welcome: string;

beforeAll(async () => {
  symlinkSync(fileURLToPath(new URL('../../../../botyard', import.meta.url)), join(folder.path, 'botyard'));
  server = launch(['start', '--port', '0', '--memory', '--data', 'here'], folder.path);
  let printed = '';
  server.process.stdout?.on('data', (part) => {
    printed += part;
  });
  await server.line((line) => line.includes('./botyard --help'));
  welcome = printed;
});
afterAll(async () => {
  server.process.kill('SIGINT');
  await server.ended;
  folder.remove();
});

/** A line as it stands in the welcome, run by a shell as if it had been pasted. */
function paste(line: string): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile('sh', ['-c', line], { cwd: folder.path }, (error, stdout) => (error ? reject(error) : resolve(stdout))),
  );
}

describe('what the welcome proposes works when it is pasted', () => {
  test('the line that talks to the bot', async () => {
    const line = /\.\/botyard say .*/.exec(welcome)?.[0] ?? '';
    expect(await paste(line)).toMatch(/^Echo: hello\n\s+\[ Repeat: \/echo hello \] \[ Help: \/help \]$/m);
  });

  test('the call', async () => {
    const line = /curl .*/.exec(welcome)?.[0] ?? '';
    const [, url = '', ...fields] = line.split(/ (?:-d )?/);
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields.join('&')) });
    expect(((await response.json()) as { result: number }).result).toBeGreaterThan(0);
  });

  test.skipIf(!existsSync('/usr/bin/curl'))('the call, with curl itself', async () => {
    expect(JSON.parse(await paste(/curl .*/.exec(welcome)?.[0] ?? ''))).toHaveProperty('result');
  });
});
