import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { follow } from '#cli/control-client.ts';
import { readControlFile } from '#cli/control-file.ts';
import { post } from '../world.ts';
import { launch, type Started, temporaryFolder } from './botyard.ts';

/** What `faketime` puts between a program and its clock; Debian's places. */
const LIBRARY = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
  .map((machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));

test.skipIf(LIBRARY === undefined)(
  'a process whose clock is set back by an hour keeps to its waits (needs faketime)',
  async () => {
    const folder = temporaryFolder();
    const clock = join(folder.path, 'clock');
    writeFileSync(clock, '+0');
    const env = {
      LD_PRELOAD: LIBRARY ?? '',
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
    const portal = launch(
      ['start', '--memory', '--no-examples', '--json', '--port', '0', '--data', 'here'],
      folder.path,
      { env },
    );
    const { webhookUrl } = JSON.parse(await portal.line((line) => line.startsWith('{'))) as Started;
    let calls = 0;
    let twice: () => void = () => undefined;
    const triedAgain = new Promise<void>((resolve) => {
      twice = resolve;
    });
    const handler = createServer((_, response) => {
      calls += 1;
      response.writeHead(calls === 1 ? 503 : 200).end();
      if (calls === 2) twice();
    });
    await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
    onTestFinished(async () => {
      portal.process.kill('SIGTERM');
      await portal.ended;
      handler.close();
      folder.remove();
    });
    const url = `http://127.0.0.1:${(handler.address() as AddressInfo).port}/`;
    const bot = { CODE: 'late', TYPE: 'B', EVENT_HANDLER: url, PROPERTIES: { NAME: 'Late' }, CLIENT_ID: 'clock' };
    const { body } = await post(`${webhookUrl}imbot.register`, bot);
    const file = readControlFile(join(folder.path, 'here'));
    if (!file) throw new Error('The portal has written no control file');
    for await (const line of follow(file, 'tail', {})) {
      if (line.kind === 'watching')
        await post(`${webhookUrl}im.message.add`, { DIALOG_ID: String(body.result), MESSAGE: 'Hello' });
      if (line.kind === 'delivery') break;
    }
    // The wait for the next try has begun.
    writeFileSync(clock, '-1h');
    await triedAgain;
    const time = await post(`${webhookUrl}server.time`, {});
    expect(Date.parse(time.body.result)).toBeLessThan(Date.now() - 50 * 60_000);
  },
);
