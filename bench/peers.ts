import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Found } from './figures.ts';
import { filled, type Scale, throughput } from './measures/throughput.ts';
import { complaint, ProgramFailed, run, track } from './processes.ts';
import type { Row } from './rows.ts';
import { temporaryDirectory } from './temporary.ts';

/*
 * Servers of the same kind by others, from the package registry: what a message costs there, by the call that their own
 * pages show. They keep messages in memory and deliver these to nobody.
 */

interface Peer {
  /** With its version: figures are those of this one. */
  readonly name: string;
  readonly call: string;
  /** The oldest Node that it runs on. */
  readonly node: number;
  readonly path: string;
  /** Of requests in turn. */
  readonly headers: readonly Readonly<Record<string, string>>[];
  /** Arguments of Node, in the folder where it is installed. */
  arguments(port: number): readonly string[];
  params(text: string): object;
}

const PEERS: readonly Peer[] = [
  {
    name: 'emulate@0.12.2',
    call: 'chat.postMessage of Slack',
    node: 24,
    path: '/api/chat.postMessage',
    // It takes 5,000 requests an hour of each token, whatever the service, and refuses the others.
    headers: Array.from({ length: 100 }, (_, number) => ({ authorization: `Bearer xoxb-bench-${number}` })),
    arguments: (port) => ['node_modules/emulate/dist/index.js', 'start', '--service', 'slack', '--port', String(port)],
    params: (text) => ({ channel: 'general', text }),
  },
  {
    name: 'telegram-test-api@4.2.1',
    call: 'sendMessage of Telegram',
    node: 20,
    path: '/bottoken/sendMessage',
    headers: [{}],
    arguments: (port) => ['-e', `new (require('telegram-test-api'))({ host: '127.0.0.1', port: ${port} }).start()`],
    params: (text) => ({ chat_id: 1, text }),
  },
];

/** Where the newest Node that a peer needs comes from, when this one is older. */
const NODE = `node-${process.platform}-${process.arch}`;
const NEWEST = Math.max(...PEERS.map(({ node }) => node));
const CONNECTIONS = 32;
/** Milliseconds in which a peer must answer. */
const PATIENCE = 20_000;

/** A row for each of them. They are installed into a temporary folder when the first is measured. */
export function peerRows(tell: (what: string) => void): Row[] {
  let installing: Promise<string> | undefined;
  return PEERS.map((peer) => ({
    number: 'peer',
    title: `${peer.name}, ${peer.call}, in memory, ${CONNECTIONS} connections`,
    goal: '',
    decides: 'sent',
    beside: CONNECTIONS,
    async measure(_, scale) {
      installing ??= install(tell);
      return await measurePeer(peer, await installing, scale);
    },
  }));
}

async function install(tell: (what: string) => void): Promise<string> {
  const directory = temporaryDirectory();
  const packages = [...PEERS.map(({ name }) => name), ...(isOlderThan(NEWEST) ? [`${NODE}@${NEWEST}`] : [])];
  tell(`installing ${packages.join(', ')}`);
  const quietly = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--prefix', directory];
  await run('npm', ['install', ...quietly, ...packages], directory);
  return directory;
}

function isOlderThan(version: number): boolean {
  return Number.parseInt(process.versions.node, 10) < version;
}

async function measurePeer(peer: Peer, directory: string, scale: Scale): Promise<Found> {
  const { name, node, path, headers, params } = peer;
  const port = await freePort();
  const program = isOlderThan(node) ? join(directory, 'node_modules', NODE, 'bin/node') : process.execPath;
  const child = track(spawn(program, peer.arguments(port), { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] }));
  const complaints: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  const ended = once(child, 'exit');
  const gone = ended.then(([code]) => {
    throw new ProgramFailed(`${name} ended (${code}): ${complaint(complaints)}`);
  });
  const body = filled(params);
  const what = { host: '127.0.0.1', port, path, headers, bodies: [body], connections: CONNECTIONS };
  try {
    await Promise.race([answers(`http://127.0.0.1:${port}${path}`, headers[0] ?? {}, body), gone]);
    const { figures } = await Promise.race([throughput(child.pid ?? 0, what, scale), gone]);
    return { figures };
  } finally {
    gone.catch(() => undefined);
    child.kill('SIGKILL');
    await ended;
  }
}

/** Resolves when it takes a message. */
async function answers(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  let last = 'it does not listen';
  for (const began = performance.now(); performance.now() - began < PATIENCE; ) {
    const answer = await fetch(url, init).then(
      (response) => response.json(),
      () => undefined,
    );
    if ((answer as { ok?: boolean } | undefined)?.ok === true) return;
    if (answer !== undefined) last = JSON.stringify(answer);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new ProgramFailed(`${url} took no message: ${last}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
