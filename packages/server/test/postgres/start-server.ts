import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ADMINISTRATOR = 'botyard';
const PASSWORD = 'of-this-server-alone';

/** Where Debian and others put the programs of each release. */
const RELEASES = '/usr/lib/postgresql';

/** A real PostgreSQL with a cluster of its own in a temporary folder; gone when it stops. */
export interface PostgresServer {
  /** Where a database of it is, over its socket, where everybody is let in. */
  address(database: string): string;
  /** The same over TCP, where a password is asked for. */
  addressWithPassword(database: string, password?: string): string;
  readonly password: string;
  /** Ends it the hard way, as when its machine fails; `start` brings it back with the same data. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Folder of the newest installed server; undefined: there is none. */
export function installedPostgres(): string | undefined {
  try {
    const [newest] = readdirSync(RELEASES)
      .filter((name) => /^\d+$/.test(name))
      .sort((a, b) => Number(b) - Number(a));
    return newest === undefined ? undefined : join(RELEASES, newest, 'bin');
  } catch {
    return undefined;
  }
}

export async function startPostgresServer(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'botyard-pg-'));
  const owner = unprivilegedUser();
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  execFileSync(
    join(bin, 'initdb'),
    [...initialised(bin), '-D', data, '-U', ADMINISTRATOR, `--pwfile=${passwordFile}`],
    {
      ...owner,
      stdio: 'pipe',
      cwd: folder,
    },
  );
  const port = await freePort();
  let running = await run(bin, data, folder, port, owner);
  const end = async (signal: NodeJS.Signals) => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  };
  return {
    address: (database) => `postgres://${ADMINISTRATOR}@localhost:${port}/${database}?host=${folder}`,
    addressWithPassword: (database, password = PASSWORD) =>
      `postgres://${ADMINISTRATOR}:${password}@127.0.0.1:${port}/${database}`,
    password: PASSWORD,
    // "Immediate shutdown": without a checkpoint and without a word to those who are connected.
    kill: () => end('SIGQUIT'),
    async start() {
      running = await run(bin, data, folder, port, owner);
    },
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sorts as people in most places expect it, unlike the embedded engine; where the server can. */
function initialised(bin: string): string[] {
  const release = Number(/(\d+)\/bin$/.exec(bin)?.[1] ?? 0);
  const locale =
    release >= 15 ? ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en'] : ['--locale=C.UTF-8'];
  return ['--encoding=UTF8', ...locale, '--auth-local=trust', '--auth-host=scram-sha-256', '--no-sync'];
}

async function run(bin: string, data: string, folder: string, port: number, owner: Owner | undefined) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    // The data is thrown away: nothing has to reach a disk.
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: 200,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (said.includes(READY)) return;
      said += text;
      if (said.includes(READY)) resolve();
    });
    child.once('exit', () => reject(new Error(`PostgreSQL does not start:\n${said}`)));
  });
  return child;
}

const READY = 'ready to accept connections';

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = lines.find((one) => one.startsWith('postgres:')) ?? lines.find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
