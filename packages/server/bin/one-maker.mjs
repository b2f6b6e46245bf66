import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds. */
const LOOK_AGAIN = 50;

/**
 * Runs `make` while no other process does so that names the same file. It holds the number of the process that makes, and
 * says nothing once that has ended, however it did.
 */
export async function oneMaker(file, make) {
  while (!taken(file)) await setTimeout(LOOK_AGAIN);
  try {
    await make();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAtWork(file)) rmSync(file, { force: true });
    return false;
  }
}

function isAtWork(file) {
  try {
    // Empty for the moment in which it is written.
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of somebody else it may not be asked.
    return error.code === 'EPERM';
  }
}
