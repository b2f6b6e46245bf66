import { execFile } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { type Server, startServer, temporaryFolder } from '../cli/botyard.ts';
import { visitorAt } from '../scenes/lines.ts';
import { blocks, pathOf, textOf } from './document.ts';

/*
 * docs/how-to/make-a-live-chat.md from its beginning to its end, with the commands as they stand there.
 */

const [register = '', add = '', say = ''] = blocks(textOf('docs/how-to/make-a-live-chat.md'), 'sh');
const [snippet = ''] = blocks(textOf('docs/how-to/make-a-live-chat.md'), 'html');
const CODE = /livechat\/[0-9a-f]{32}/;

describe.skipIf(!existsSync('/usr/bin/curl'))('the guide to a live chat', () => {
  const folder = temporaryFolder();
  let portal: Server;
  let bot: HttpServer;
  const heard: Record<string, string>[] = [];

  const shell = async (line: string) =>
    (
      await promisify(execFile)('sh', ['-c', line], {
        cwd: folder.path,
        env: { ...process.env, WEBHOOK_URL: portal.started.webhookUrl },
      })
    ).stdout;

  beforeAll(async () => {
    symlinkSync(pathOf('botyard'), join(folder.path, 'botyard'));
    portal = await startServer(folder.path, '--no-examples');
  });
  afterAll(async () => {
    await portal.stop();
    bot.close();
    folder.remove();
  });

  test('brings a visitor to a bot, and to a person', async () => {
    const told = new Promise<Record<string, string>>((resolve) => {
      bot = createServer(async (request, response) => {
        const { event, data } = parsePhpQuery(Buffer.concat(await request.toArray()).toString()) as {
          event: string;
          data: { PARAMS: Record<string, string> };
        };
        heard.push(data.PARAMS);
        response.end();
        if (event === 'ONIMBOTMESSAGEADD') resolve(data.PARAMS);
      });
    });
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    const handler = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/handler`;
    expect(JSON.parse(await shell(register.replace('http://localhost:3000/handler', handler))).result).toBeGreaterThan(
      0,
    );
    const printed = await shell(add);
    // The line of HTML is the one that is printed, with another address.
    expect(printed.replace(/https?:\/\/\S+(?=\/livechat)/g, 'https://portal.example').replace(CODE, '')).toContain(
      snippet.trim().replace(CODE, CODE.exec(printed.slice(printed.indexOf('<script')))?.[0] ?? ''),
    );
    const visitor = visitorAt(/http\S+\/livechat\/[0-9a-f]{32}/.exec(printed)?.[0] ?? '', portal.started.url);
    await visitor.write('Where is my parcel?');
    const { CHAT_ID, CHAT_ENTITY_TYPE, MESSAGE } = await told;
    expect([CHAT_ENTITY_TYPE, MESSAGE]).toEqual(['LINES', 'Where is my parcel?']);
    const call = (method: string, params: string) =>
      shell(`curl -s "\${WEBHOOK_URL}${method}" -d CHAT_ID=${CHAT_ID} -d CLIENT_ID=my-bots ${params}`);
    expect(JSON.parse(await call('imopenlines.bot.session.operator', '')).result).toBe(true);
    expect(JSON.parse(await call('imopenlines.bot.session.transfer', '-d USER_ID=2')).result).toBe(true);
    await shell(say.replace('chat12', `chat${CHAT_ID}`));
    expect(await visitor.texts()).toEqual(['How can we help?', 'Where is my parcel?', 'Your parcel comes tomorrow']);
    expect(await shell(`./botyard line finish chat${CHAT_ID}`)).toMatch('has ended');
    expect((await visitor.read()).body.state).toBe('closed');
    await shell('./botyard line change Support --close');
    expect((await visitor.write('hello')).status).toBe(403);
  });
});
