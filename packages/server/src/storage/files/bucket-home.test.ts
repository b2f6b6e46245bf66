import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bucketHome } from './bucket-home.ts';
import { FileGone, type FileHome, FileNotKept } from './file-home.ts';

const KEY = '0123456789abcdef0123456789abcdef';
/** No library of the tests is a type of ours: it does not load on older Nodes. */
const FAUXQS: string = 'fauxqs';

interface Emulator {
  readonly port: number;
  createBucket(name: string): void;
  stop(): Promise<void>;
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const hasSqlite = major > 22 || (major === 22 && minor >= 5);

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'botyard-bucket-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const bucketAt = (port: number, name = 'files') => ({
  name,
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
});

async function keep(home: FileHome, key: string, bytes: Uint8Array): Promise<void> {
  const draft = await home.draft();
  try {
    for (let at = 0; at < bytes.length; at += 100_000) await draft.write(bytes.subarray(at, at + 100_000));
    await draft.keep(key);
  } finally {
    await draft.discard();
  }
}

async function read(home: FileHome, range?: { from: number; to: number }): Promise<Buffer> {
  return Buffer.concat(await (await home.open(KEY, range)).toArray());
}

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
});
afterAll(() => {
  delete process.env['AWS_ACCESS_KEY_ID'];
  delete process.env['AWS_SECRET_ACCESS_KEY'];
});

describe('a bucket that does not answer', () => {
  it('is complained of when a portal is to keep its files there', async () => {
    await expect(bucketHome(bucketAt(9), newFolder())).rejects.toThrow(
      /^The bucket "files" at http:\/\/127\.0\.0\.1:9 cannot be used: .*ECONNREFUSED/,
    );
  });

  it('later on refuses a file, and nothing of it stays on this machine', async () => {
    let status = 200;
    const server = createServer((request, response) => {
      request.resume().once('end', () => response.writeHead(status).end());
    }).listen(0, '127.0.0.1');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const folder = newFolder();
    const home = await bucketHome(bucketAt((server.address() as AddressInfo).port), join(folder, 'drafts'));
    status = 403;
    await expect(keep(home, KEY, Buffer.from('x'))).rejects.toThrow(FileNotKept);
    const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(left).toEqual([]);
  });
});

// The emulator needs SQLite in Node itself: it is skipped before Node 22.5.
describe.skipIf(!hasSqlite)('a bucket', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    const { startFauxqs } = (await import(FAUXQS)) as {
      startFauxqs(options: object): Promise<Emulator>;
    };
    emulator = await startFauxqs({ port: 0, logger: false });
    emulator.createBucket('files');
  });
  afterAll(() => emulator.stop());

  it('gives back byte for byte what was kept, or a part of it', async () => {
    const home = await bucketHome(bucketAt(emulator.port), newFolder());
    const bytes = Buffer.from(Array.from({ length: 1_000_001 }, (_, i) => (i * i) % 251));
    await keep(home, KEY, bytes);
    expect((await read(home)).equals(bytes)).toBe(true);
    expect(await read(home, { from: 5, to: 9 })).toEqual(bytes.subarray(5, 10));
  });

  it('has nothing of what was given up or removed', async () => {
    const home = await bucketHome(bucketAt(emulator.port), newFolder());
    await keep(home, KEY, Buffer.from('x'));
    await home.remove(KEY);
    await home.remove(KEY);
    await expect(home.open(KEY)).rejects.toThrow(FileGone);
  });

  it('must be there', async () => {
    await expect(bucketHome(bucketAt(emulator.port, 'other'), newFolder())).rejects.toThrow(/^The bucket "other"/);
  });
});
