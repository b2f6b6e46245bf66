import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { createWebClient, type WebClientOptions } from './web-client.ts';
import type { Wanted } from './web-exchange.ts';

const PAGE: Wanted = { types: ['text/html'], most: 1_000, isBeginningEnough: true };
const PICTURE: Wanted = { types: ['image/png'], most: 1_000, isBeginningEnough: false };
const HTML = { 'content-type': 'text/html; charset=utf-8' };

async function site(listener: RequestListener): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function client(options: Partial<WebClientOptions> = {}) {
  const made = createWebClient({
    clock: manualClock(),
    policy: { allowPrivate: true, allowedNetworks: [] },
    ...options,
  });
  onTestFinished(() => made.close());
  return made;
}

test('a page comes with its type and where it was found', async () => {
  const { url } = await site((request, response) =>
    request.url === '/old'
      ? response.writeHead(302, { location: '/new?x=1' }).end()
      : response.writeHead(200, HTML).end('<title>Hello</title>'),
  );
  const found = await client().get(`${url}/old`, PAGE);
  expect(found).toMatchObject({ url: `${url}/new?x=1`, type: HTML['content-type'] });
  expect(found?.bytes.toString()).toBe('<title>Hello</title>');
});

test('of a long page the beginning comes, of a picture that is too large nothing', async () => {
  const { url } = await site((request, response) =>
    response.writeHead(200, request.url === '/page' ? HTML : { 'content-type': 'image/png' }).end('x'.repeat(100_000)),
  );
  expect((await client().get(`${url}/page`, PAGE))?.bytes).toHaveLength(1_000);
  expect(await client().get(`${url}/picture`, PICTURE)).toBeUndefined();
});

test.each([
  ['another kind', 200, { 'content-type': 'application/pdf' }],
  ['no kind', 200, {}],
  ['an error', 404, HTML],
  ['something compressed that nobody asked for', 200, { ...HTML, 'content-encoding': 'gzip' }],
  ['a redirect to nowhere', 302, {}],
  ['a redirect to what is no web address', 302, { location: 'file:///etc/passwd' }],
])('%s is nothing', async (_, status, headers) => {
  const { url } = await site((_request, response) => response.writeHead(status, headers).end('hello'));
  expect(await client().get(url, PAGE)).toBeUndefined();
});

test('redirects without end are followed a few times', async () => {
  const { url, asked } = await site((_, response) => response.writeHead(302, { location: '/again' }).end());
  expect(await client().get(url, PAGE)).toBeUndefined();
  expect(asked).toHaveLength(5);
});

test('no address that the guard refuses is called, neither at first nor behind a redirect', async () => {
  const { url: inside, asked } = await site((_, response) => response.writeHead(200, HTML).end('secret'));
  const port = new URL(inside).port;
  const { url: open } = await site((_, response) =>
    response.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end(),
  );
  const policy = { allowPrivate: false, allowedNetworks: ['127.0.0.1/32'] };
  expect(await client({ policy }).get(open, PAGE)).toBeUndefined();
  expect(await client({ policy: { ...policy, allowedNetworks: [] } }).get(inside, PAGE)).toBeUndefined();
  const resolve = async () => [{ address: '169.254.169.254', family: 4 }];
  expect(await client({ resolve }).get(`http://metadata.test:${port}/`, PAGE)).toBeUndefined();
  expect(asked).toEqual([]);
});

test('what hangs is ended after five seconds, also where it drips', async () => {
  const clock = manualClock();
  const { url, asked } = await site((request, response) => {
    if (request.url === '/drips') response.writeHead(200, HTML).write('<title>');
  });
  const waiting = ['/hangs', '/drips'].map((path) => client({ clock }).get(url + path, PAGE));
  while (asked.length < 2) await new Promise(setImmediate);
  clock.advance(5_000);
  expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
});

test('once it is closed, what runs ends and nothing is asked any more', async () => {
  const { url, asked } = await site(() => undefined);
  const closing = client();
  const waiting = closing.get(url, PAGE);
  while (asked.length < 1) await new Promise(setImmediate);
  closing.close();
  expect(await waiting).toBeUndefined();
  expect(await closing.get(url, PAGE)).toBeUndefined();
  expect(asked).toHaveLength(1);
});
