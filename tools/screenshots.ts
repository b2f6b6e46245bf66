/*
 * Writes pictures of every page into docs/screenshots, in both themes and for a phone: npm run screenshots
 *   npm run screenshots -- --only messenger   only those whose name contains this
 * It starts a portal of its own, which keeps nothing, and fills it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { fillPortal, type StartFacts } from './screenshots/fill-portal.ts';
import { SHOTS, type Shot } from './screenshots/shots.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'docs/screenshots');
const LOOKS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const;

const portal = spawn(
  process.execPath,
  [join(ROOT, 'packages/server/bin/botyard.mjs'), 'start', '--memory', '--json', '--port', '0'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const [line] = (await once(createInterface({ input: portal.stdout }), 'line')) as [string];
  const facts = JSON.parse(line) as StartFacts;
  const filled = await fillPortal(facts);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  mkdirSync(FOLDER, { recursive: true });
  const only = process.argv[process.argv.indexOf('--only') + 1];
  const wanted = process.argv.includes('--only') ? SHOTS.filter(({ name }) => name.includes(only ?? '')) : SHOTS;
  for (const look of LOOKS) await takeAll(browser, look, wanted, facts);
  await browser.close();
  await filled.close();
} finally {
  portal.kill();
}

async function takeAll(
  browser: Browser,
  { name: look, colorScheme, viewport }: (typeof LOOKS)[number],
  shots: readonly Shot[],
  facts: StartFacts,
): Promise<void> {
  const context = await browser.newContext({
    colorScheme,
    viewport,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    deviceScaleFactor: look === 'phone' ? 2 : 1,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    console.error(`${look}: ${error.message}`);
    process.exitCode = 1;
  });
  let isSignedIn = false;
  for (const shot of [...shots].sort((one, other) => Number(one.isSignedIn) - Number(other.isSignedIn))) {
    if (look === 'phone' && !shot.isForPhone) continue;
    if (shot.isSignedIn && !isSignedIn) await page.goto(await signInLink(facts));
    isSignedIn ||= shot.isSignedIn;
    await take(page, facts, shot, look);
  }
  await context.close();
}

async function take(page: Page, facts: StartFacts, shot: Shot, look: string): Promise<void> {
  await page.goto(pagesOf(facts) + shot.path);
  await shot.prepare?.(page);
  await page.evaluate('document.fonts.ready');
  const png = await page.screenshot({ animations: 'disabled' });
  const file = join(FOLDER, `${shot.name}-${look}.webp`);
  await sharp(png).webp({ quality: 82, effort: 6 }).toFile(file);
  console.log(file);
}

/** Nobody is signed in at a name that other programs of the machine share. */
function pagesOf({ url }: StartFacts): string {
  return url.replace('127.0.0.1', 'botyard.localhost');
}

async function signInLink(facts: StartFacts): Promise<string> {
  const login = spawn(join(ROOT, 'botyard'), ['login', '--as', 'Alice', '--url', facts.url], { cwd: ROOT });
  const chunks: Buffer[] = [];
  for await (const chunk of login.stdout) chunks.push(chunk);
  const [link] = /http\S+\/sign-in\/\S+/.exec(Buffer.concat(chunks).toString()) ?? [];
  if (link === undefined) throw new Error('There is no link to sign in');
  return link;
}
