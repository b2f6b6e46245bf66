import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptLog } from '../test/log-lines.ts';
import { certificateFor } from './tls.ts';

const folder = mkdtempSync(join(tmpdir(), 'botyard-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOW = Date.UTC(2026, 0, 5);
const DAY = 24 * 60 * 60 * 1000;

test('a certificate is kept until it ends or lacks a name', async () => {
  const { log, lines } = keptLog();
  const certificate = (names: string[], now: number) => certificateFor(folder, names, now, log);

  const first = await certificate(['bots.test'], NOW);
  expect(statSync(join(folder, 'tls-key.pem')).mode & 0o777).toBe(0o600);
  const parsed = new X509Certificate(first.cert);
  expect(
    parsed.checkHost('localhost') &&
      parsed.checkHost('bots.test') &&
      parsed.checkIP('127.0.0.1') &&
      parsed.checkIP('::1'),
  ).toBeTruthy();
  expect(parsed.checkHost('other.test')).toBeUndefined();

  expect(await certificate([], NOW + 300 * DAY)).toEqual(first);
  expect(lines).toEqual([]);
  const second = await certificate(['bots.test', 'other.test'], NOW);
  expect(new X509Certificate(second.cert).checkHost('other.test')).toBe('other.test');
  expect((await certificate([], NOW + 395 * DAY)).cert).not.toBe(second.cert);
  expect(lines).toHaveLength(2);
});
