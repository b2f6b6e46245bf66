import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHROMIUM, CHROMIUM_ARGS } from './chromium.ts';

const LIST = '--disable-features=';
const listOf = (args: readonly string[], arg = args.find((one) => one.startsWith(LIST))) =>
  arg?.slice(LIST.length).split(',') ?? [];

it.skipIf(!existsSync(CHROMIUM))('the browser of tests keeps switched off what Playwright switches off', async () => {
  const usual = await chromium.launchServer({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const { spawnargs } = usual.process();
  await usual.close();
  const off = listOf(spawnargs);
  expect(off.length).toBeGreaterThan(3);
  expect(listOf(CHROMIUM_ARGS)).toEqual(expect.arrayContaining(off));
});
