import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startApp } from '../../packages/server/src/app.ts';
import { settle } from '../../packages/server/test/worst/settle.ts';

/*
 * A portal in a process of its own that tells, whenever it is asked, how long its loop was held up since it was asked
 * before. It is settled by as many as a portal has that is in use.
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
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on('message', () => {
  process.send?.(delay.max / 1e6);
  delay.reset();
});
process.send?.(settled);
