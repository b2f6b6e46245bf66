import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK = Buffer.alloc(16 * 1024);
const BLOCKS = 256;

/** How often in a second the disk says that something is really on it: the bound of whoever waits for that each time. */
export function flushesPerSecond(directory: string): number {
  const path = join(directory, 'flush-probe');
  const file = openSync(path, 'w');
  // Room is made first: a log that is written over again needs no more of it.
  for (let i = 0; i < BLOCKS; i += 1) writeSync(file, BLOCK);
  fsyncSync(file);
  const began = performance.now();
  let flushes = 0;
  for (; performance.now() - began < 500; flushes += 1) {
    writeSync(file, BLOCK, 0, BLOCK.length, (flushes % BLOCKS) * BLOCK.length);
    fdatasyncSync(file);
  }
  const rate = (flushes * 1000) / (performance.now() - began);
  closeSync(file);
  rmSync(path);
  return rate;
}
