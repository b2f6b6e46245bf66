import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import type { AddressPolicy } from './address-guard.ts';
import { createHandlerClient, type HandlerClient } from './handler-client.ts';
import { OK, type RawServer, startRawServer } from './test/raw-server.ts';

const PRODUCTION: AddressPolicy = { allowPrivate: false, allowedNetworks: [] };
const OPEN_TO_EVERYTHING: AddressPolicy = { allowPrivate: true, allowedNetworks: ['0.0.0.0/0', '::/0'] };

/** A hosts file: what the names in these tests stand for. */
const HOSTS: Record<string, string[]> = {
  'metadata.google.internal': ['169.254.169.254'],
  'metadata.example': ['fd00:ec2::254'],
  'mapped.example': ['::ffff:169.254.169.254'],
  'half-good.example': ['127.0.0.1', '169.254.169.254'],
  'public-and-private.example': ['1.1.1.1', '10.0.0.1'],
};

async function resolve(hostname: string) {
  const addresses = HOSTS[hostname.replace(/\.$/, '')];
  if (!addresses) throw new Error(`${hostname} was to be looked up`);
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

let client: HandlerClient | undefined;
let server: RawServer | undefined;
afterEach(async () => {
  await client?.close();
  await server?.close();
  client = server = undefined;
});

function call(url: string, policy: AddressPolicy) {
  client = createHandlerClient({ policy, clock: systemClock, resolve });
  return client.exchange({ url, body: 'a=1', headers: {} });
}

const METADATA_FORMS = [
  'http://169.254.169.254/latest/meta-data/',
  'https://169.254.169.254/',
  'HTTP://169.254.169.254:80/',
  'http://169.254.169.254:8080/',
  'http://169.254.169.254./',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0XA9FEA9FE/',
  'http://025177524776/',
  'http://0251.0376.0251.0376/',
  'http://0xa9.0xfe.0xa9.0xfe/',
  'http://0xa9.254.0251.254/',
  'http://169.254.43518/',
  'http://169.16689662/',
  'http://00000251.254.169.254/',
  'http://%31%36%39.254.169.254/',
  'http://１６９.２５４.１６９.２５４/',
  'http://①⑥⑨.②⑤④.①⑥⑨.②⑤④/',
  'http://169。254。169。254/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[::FFFF:A9FE:A9FE]/',
  'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
  'http://[::169.254.169.254]/',
  'http://[::ffff:0:169.254.169.254]/',
  'http://[64:ff9b::169.254.169.254]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[2001:0:a9fe:a9fe::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fd00:0ec2:0000::0254]/',
  'http://[fe80::a9fe:a9fe%25eth0]/',
  'http://[fe80::a9fe:a9fe]/',
  'http://100.100.100.200/',
  'http://1684301000/',
  'http://169.254.170.2/v2/credentials',
  'http://168.63.129.16/machine',
  'http://metadata.google.internal/',
  'http://METADATA.Google.Internal/',
  'http://metadata.google.internal./',
  'http://metadata。google。internal/',
  'http://ⓜetadata.google.internal/',
  'http://metadata.example/',
  'http://mapped.example/',
  'http://half-good.example/',
  'http://example.com@169.254.169.254/',
  'http://example.com:80@169.254.169.254/',
  'http://169.254.169.254@example.com/',
  'http://169.254.169.254\\@example.com/',
  'http:169.254.169.254/',
  'http:\\\\169.254.169.254/',
  'http:///169.254.169.254/',
  ' http://169.254.169.254/',
  'http://169.254.\t169.254/',
  '//169.254.169.254/',
  'ftp://169.254.169.254/',
];

describe('cloud metadata is out of reach whatever the operator allows, written as', () => {
  test.each(METADATA_FORMS)('%j', async (url) => {
    expect(await call(url, OPEN_TO_EVERYTHING)).toMatchObject({ kind: 'failed', error: 'refused-address' });
  });
});

const LOOPBACK_FORMS = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '0',
  '[::]',
  '[::1]',
  '[0000::0001]',
  '[::ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '１２７.0.0.1',
];

describe('in production this very machine is out of reach, written as', () => {
  test.each(LOOPBACK_FORMS)('%s', async (host) => {
    server = await startRawServer((socket) => socket.write(OK));
    const exchange = await call(`http://${host}:${server.port}/`, PRODUCTION);
    expect(exchange).toMatchObject({ kind: 'failed', error: 'refused-address' });
    expect(server.connections).toHaveLength(0);
  });

  test('localhost, which the system looks up', async () => {
    server = await startRawServer((socket) => socket.write(OK));
    client = createHandlerClient({ policy: PRODUCTION, clock: systemClock });
    const exchange = await client.exchange({ url: `http://localhost:${server.port}/`, body: 'a=1', headers: {} });
    expect(exchange).toMatchObject({ kind: 'failed', error: 'refused-address' });
    expect(exchange).toHaveProperty('message', expect.stringMatching(/^localhost leads to a loopback address\./));
    expect(server.connections).toHaveLength(0);
  });
});

test('in development localhost is called, on whichever of its addresses the handler listens', async () => {
  server = await startRawServer((socket) => socket.write(OK));
  client = createHandlerClient({ policy: { allowPrivate: true, allowedNetworks: [] }, clock: systemClock });
  const url = `http://localhost:${server.port}/`;
  expect(await client.exchange({ url, body: 'a=1', headers: {} })).toMatchObject({ kind: 'answered', status: 200 });
});

test('in production a listed network is called', async () => {
  server = await startRawServer((socket) => socket.write(OK));
  const policy = { allowPrivate: false, allowedNetworks: ['127.0.0.0/8'] };
  expect(await call(server.url, policy)).toMatchObject({ kind: 'answered', status: 200 });
});

test('one private address among public ones is enough to refuse a name, and the message does not tell it', async () => {
  const exchange = await call('https://public-and-private.example/', PRODUCTION);
  expect(exchange).toHaveProperty('error', 'refused-address');
  expect(exchange).toHaveProperty(
    'message',
    'public-and-private.example leads to a private address. Start the portal with --allow-network and its network, or without --production.',
  );
});
