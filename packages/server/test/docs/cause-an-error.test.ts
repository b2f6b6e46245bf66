import { execFile } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { type Ended, type Server, startServer, temporaryFolder } from '../cli/botyard.ts';
import { type Given, type Sdk, type SdkUser, startSdk, tokensFromEvent } from '../clients/sdk.ts';
import { pathOf, textOf } from './document.ts';

/*
 * Causes each error of docs/how-to/cause-an-error.md as it says there, at a real portal, and reads it through the
 * vendor's SDK. The portal speaks TLS, since the SDK insists on that for webhooks.
 */

const guide = textOf('docs/how-to/cause-an-error.md');
const rows = [...guide.matchAll(/^\| `(\w+)` \| (\d+) \| (.+?) \| .+ \|$/gm)].map(
  ([, code = '', status, cause = '']) => ({
    code,
    status: Number(status),
    command: /`(.+?)`/.exec(cause)?.[1] ?? '',
  }),
);
const TO_END = ['./botyard portal open', './botyard portal plan commercial', './botyard fail --clear'];
const hasCurl = existsSync('/usr/bin/curl');
const START = './botyard start ';

const folder = temporaryFolder();
const certificate = join(folder.path, '.botyard', 'tls-cert.pem');
let portal: Server;
let sdk: Sdk;
let handler: HttpServer;
let application: { readonly oauth: object };

beforeAll(async () => {
  symlinkSync(pathOf('botyard'), join(folder.path, 'botyard'));
  // With tokens of Alice.
  const installed = new Promise<Readonly<Record<string, string>>>((resolve) => {
    handler = createServer(async (request, response) => {
      const told = parsePhpQuery(Buffer.concat(await request.toArray()).toString());
      if (told['event'] === 'ONAPPINSTALL') resolve(told['auth'] as Record<string, string>);
      response.end();
    });
  });
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  portal = await startServer(folder.path, '--no-examples', '--tls', ...startOptions('QUERY_LIMIT_EXCEEDED'));
  sdk = await startSdk(certificate);
  const address = `http://127.0.0.1:${(handler.address() as AddressInfo).port}/`;
  const { stdout } = await shell(`./botyard app add --title Weather --handler ${address} --api-only --json`);
  const { clientId, clientSecret } = JSON.parse(stdout);
  application = { oauth: { tokens: tokensFromEvent(await installed), secret: { clientId, clientSecret } } };
});
afterAll(async () => {
  sdk.stop();
  await portal.stop();
  handler.close();
  folder.remove();
});

/** What the guide has set before, and for curl which certificate is to be trusted. */
function environment() {
  const { url: PORTAL_URL, webhookUrl: WEBHOOK_URL } = portal.started;
  return { ...process.env, PORTAL_URL, WEBHOOK_URL, CURL_CA_BUNDLE: certificate };
}

/** Runs a line as in a terminal in that folder, where `./botyard` leads to the one of the checkout. */
function shell(line: string): Promise<Ended> {
  return new Promise((resolve) =>
    execFile('sh', ['-c', line], { cwd: folder.path, env: environment() }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  );
}

async function succeeds(line: string): Promise<string> {
  const ended = await shell(line);
  expect({ line, ...ended }).toMatchObject({ code: 0 });
  return ended.stdout;
}

function startOptions(code: string): string[] {
  const { command = '' } = rows.find((row) => row.code === code) ?? {};
  if (!command.startsWith(START)) throw new Error(`${code} is not caused by a start: ${command}`);
  return command.slice(START.length).split(' ');
}

const alice = (): SdkUser => ({ webhookUrl: portal.started.webhookUrl });
const call = (user: SdkUser, method: string, params = {}): Promise<Given> => sdk.run(user, 'call', method, params);

/** What a program reads when the command has been run. */
const read: Readonly<Record<string, (told: string) => Promise<Given>>> = {
  async QUERY_LIMIT_EXCEEDED() {
    await sdk.run(alice(), 'hasty');
    return (await sdk.run(alice(), 'atOnce', 200, 'profile')).thrown;
  },
  async ERROR_BATCH_METHOD_NOT_ALLOWED() {
    return partOf(await call(alice(), 'batch', { cmd: { a: 'batch' } }), 'a');
  },
  async ERROR_BATCH_LENGTH_EXCEEDED() {
    const cmd = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`c${i + 1}`, 'profile']));
    return partOf(await call(alice(), 'batch', { cmd }), 'c51');
  },
  async NO_AUTH_FOUND() {
    return (await call(withToken('', portal.started.url), 'profile')).thrown;
  },
  async INVALID_REQUEST() {
    const strict = await startServer(folder.path, '--memory', '--data', 'strict', ...startOptions('INVALID_REQUEST'));
    try {
      return (await call(withToken('any', strict.started.url), 'profile')).thrown;
    } finally {
      await strict.stop();
    }
  },
  async INVALID_CREDENTIALS() {
    return (await call(alice(), 'profile')).thrown;
  },
  async insufficient_scope(told) {
    return (await call({ webhookUrl: told.trim() }, 'user.get')).thrown;
  },
  async user_access_error() {
    return (await call(application, 'profile')).thrown;
  },
};

/** These take the webhook away or use up the limit that the others share. */
const LAST = ['QUERY_LIMIT_EXCEEDED', 'INVALID_CREDENTIALS'];

/** Of a call within a batch: nobody sees its status. */
const PARTS = ['ERROR_BATCH_METHOD_NOT_ALLOWED', 'ERROR_BATCH_LENGTH_EXCEEDED'];

function withToken(accessToken: string, url: string): SdkUser {
  const auth = { access_token: accessToken, domain: new URL(url).host, client_endpoint: `${url}/rest/` };
  const rest = { server_endpoint: `${url}/rest/`, refresh_token: '', member_id: '', scope: '', status: 'L' };
  const tokens = tokensFromEvent({ ...auth, ...rest, expires: String(2 ** 31), expires_in: '3600', user_id: '1' });
  return { oauth: { tokens, secret: { clientId: `${accessToken} at ${url}`, clientSecret: '' } } };
}

/** What the SDK reads of one call in the answer of a batch, which itself is 200. */
function partOf({ data }: Given, key: string): { readonly code: string } {
  return { code: data.result.result_error[key].error };
}

describe('the guide to errors', () => {
  test('has the errors of the documented list', () => {
    expect(rows.map(({ code }) => code)).toHaveLength(15);
  });

  test('ends what was begun by the commands that it names', () => {
    for (const line of TO_END) expect(guide).toContain(`\n${line}\n`);
  });

  test('tells a token and a webhook in different words that the plan is too small', async () => {
    await succeeds('./botyard portal plan free');
    const message = async (user: SdkUser) => (await call(user, 'profile')).thrown.message;
    expect(await message(alice())).toMatch(/REST is available only by subscription$/);
    expect(await message(application)).toMatch(/REST is available only on commercial plans$/);
    await succeeds('./botyard portal plan commercial');
    expect((await call(application, 'profile')).isSuccess).toBe(true);
  });

  test('has the SDK renew a token that expired once', async () => {
    await succeeds('./botyard fail profile expired_token --times 1');
    expect(await call(application, 'profile')).toMatchObject({ isSuccess: true });
    expect((await sdk.run(application, 'renewed')).data).toHaveLength(1);
  });

  for (const { code, status, command } of [...rows].sort(
    (one, other) => LAST.indexOf(one.code) - LAST.indexOf(other.code),
  ))
    test(`has a way to ${code} that the SDK reads as ${status}`, async () => {
      const isRun = command.startsWith('curl') ? hasCurl : !command.startsWith(START);
      const told = isRun ? await succeeds(command) : '';
      if (isRun && command.startsWith('curl')) expect(told).toContain(`"error":"${code}"`);
      const thrown = read[code] ? await read[code](told) : (await call(alice(), 'profile')).thrown;
      expect(thrown).toMatchObject(PARTS.includes(code) ? { code } : { code, status });
      if (/ (fail|portal) /.test(command)) for (const line of TO_END) await succeeds(line);
    });
});
