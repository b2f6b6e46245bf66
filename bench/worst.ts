import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { floods } from '../packages/server/test/worst/floods.ts';
import { worstRequests } from '../packages/server/test/worst/requests.ts';
import { send } from '../packages/server/test/worst/send.ts';
import { sendFlood } from '../packages/server/test/worst/send-flood.ts';
import type { Settled } from '../packages/server/test/worst/settle.ts';
import { head, line } from './table.ts';

/*
 * Sends each method and each door its worst sizes, legal and not, to a portal with a heap of 512 MB, and asks /health all
 * the time. Prints what held the portal up the longest. `npm run bench:worst -- im.chat` sends those with that in their names;
 * `flood` those that are sent many at once on one connection.
 */

const HEAP = 512;
const SHOWN = 20;

interface Held {
  readonly name: string;
  readonly status: number;
  /** Milliseconds: how long its loop stood still, and the longest that it took to say that it is well. */
  readonly blocked: number;
  readonly health: number;
  readonly took: number;
}

const [part = ''] = process.argv.slice(2);
const portal = forkHere('worst/portal.ts');
portal.once('exit', (code) => {
  report();
  console.error(`The portal has ended (${code}) at: ${current}`);
  process.exit(1);
});
const settled = (await messageOf(portal)) as Settled;
const asker = forkHere('worst/asker.ts', settled.url);
await messageOf(asker);
let current = 'its start';
const held: Held[] = [];
for (const one of [...worstRequests(settled), ...floods(settled)].filter(({ name }) => name.includes(part))) {
  current = one.name;
  await Promise.all([longestOf(portal), longestOf(asker)]);
  const begun = performance.now();
  const status = await (one.times ? sendFlood : send)(settled, one);
  const took = performance.now() - begun;
  const [blocked, health] = await Promise.all([longestOf(portal), longestOf(asker)]);
  held.push({ name: one.name, status, blocked, health, took });
}
portal.removeAllListeners('exit');
portal.disconnect();
asker.disconnect();
report();

function report(): void {
  const slowest = held.sort((one, other) => other.blocked - one.blocked).slice(0, SHOWN);
  const ms = (value: number) => value.toFixed(1);
  console.log(`${held.length} requests; the ${slowest.length} that held the portal up the longest, in milliseconds:\n`);
  for (const row of head('request', 'status', 'loop blocked', '/health', 'answer')) console.log(row);
  for (const { name, status, blocked, health, took } of slowest)
    console.log(line(name, String(status), ms(blocked), ms(health), ms(took)));
}

/** Milliseconds since it was asked before. */
async function longestOf(child: ChildProcess): Promise<number> {
  // One that has ended says so itself.
  child.send('how long?', () => undefined);
  return (await messageOf(child)) as number;
}

function forkHere(path: string, ...args: string[]): ChildProcess {
  const execArgv = ['--import', 'tsx', `--max-old-space-size=${HEAP}`];
  return fork(fileURLToPath(new URL(path, import.meta.url)), args, { execArgv });
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}
