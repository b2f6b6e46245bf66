import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../packages/server/src/app.ts';
import { cpuTime } from '../../packages/server/test/cpu-time.ts';
import { settle } from '../../packages/server/test/worst/settle.ts';

/*
 * A portal in a process of its own that tells, whenever it is asked, how long one round of its loop worked at most since
 * it was asked before: in processor time, so that other work on the machine does not count. It is settled by as many as
 * a portal has that is in use.
 */

const PEOPLE = 1_000;

const directory = mkdtempSync(join(tmpdir(), 'botyard-worst-'));
process.once('disconnect', () => {
  rmSync(directory, { recursive: true, force: true });
  process.exit();
});
const app = await startApp({
  database: join(directory, 'portal.db'),
  key: new Uint8Array(32).fill(7),
  controlToken: 'worst',
  onError: (error) => console.error(error),
});
const settled = await settle(app, PEOPLE);
let longest = 0;
let begun = cpuTime();
function look(): void {
  const now = cpuTime();
  longest = Math.max(longest, now - begun);
  begun = now;
  setImmediate(look);
}
look();
process.on('message', () => {
  process.send?.(longest);
  longest = 0;
});
process.send?.(settled);
