import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/botyard.ts';
import { blocks, pathOf, textOf } from './document.ts';

/*
 * The tests of docs/how-to/test-a-bot.md are run on a bot that does what they expect, and on one that does not.
 */

const document = textOf('docs/how-to/test-a-bot.md');
const folder = temporaryFolder();
afterAll(() => folder.remove());

symlinkSync(pathOf('botyard'), join(folder.path, 'botyard'));
const ECHO = pathOf('examples/echo-bot/bot.mjs');
const bot = join(folder.path, 'bot.mjs');

const languages = [
  { language: 'js', command: [process.execPath, '--test'], file: 'bot.test.mjs' },
  { language: 'php', command: ['php'], file: 'test.php' },
  { language: 'python', command: ['python3', '-B'], file: 'test.py' },
] as const;

describe.each(languages)('the test in $language', ({ language, command: [program, ...options], file }) => {
  const isThere = spawnSync(program, ['--version']).status === 0;
  const [code = ''] = blocks(document, language);

  function run(): number | null {
    writeFileSync(join(folder.path, file), code ?? '');
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    return spawnSync(program, [...options, file], { cwd: folder.path, env }).status;
  }

  it('has at most twelve lines of its own', () => {
    const own = code.split('\n').filter((line) => line.trim() !== '' && !/^(import|from) /.test(line));
    expect(own.length).toBeLessThanOrEqual(12);
  });

  it.skipIf(!isThere)('succeeds with a bot that says it back', () => {
    copyFileSync(ECHO, bot);
    expect(run()).toBe(0);
  });

  it.skipIf(!isThere)('fails with a bot that says something else', () => {
    writeFileSync(bot, readFileSync(ECHO, 'utf8').replace('MESSAGE: text ||', 'MESSAGE:'));
    expect(run()).toBe(1);
  });
});
