import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { oneMaker } from '../bin/one-maker.mjs';

describe('what several want to make', () => {
  const folder = mkdtempSync(join(tmpdir(), 'makers-'));
  const file = join(folder, 'maker');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made by one at a time, and by the next when one has failed', async () => {
    const told: string[] = [];
    const making = (name: string, isFailing = false) =>
      oneMaker(file, async () => {
        told.push(`${name} begins`);
        await setImmediate();
        if (isFailing) throw new Error('It cannot be made');
        told.push(`${name} ends`);
      });
    const [first, second] = await Promise.allSettled([making('one', true), making('other')]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
    expect(told).toEqual(['one begins', 'other begins', 'other ends']);
    expect(existsSync(file)).toBe(false);
  });

  it('is not left to a process that has ended', async () => {
    writeFileSync(file, String(spawnSync(process.execPath, ['--version']).pid));
    let isMade = false;
    await oneMaker(file, async () => {
      isMade = true;
    });
    expect(isMade).toBe(true);
  });
});
