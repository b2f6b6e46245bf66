import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeControlFile } from '#cli/control-file.ts';
import { createProgram } from '#cli/program.ts';
import { temporaryFolder } from '../cli/botyard.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { blocks, textOf } from './document.ts';

/*
 * Runs each command of docs/how-to/debug-a-bot.md as it stands there, at a portal whose bot Echo has failed.
 */

const page = textOf('docs/how-to/debug-a-bot.md');
const commands = blocks(page, 'sh').flatMap((block) => block.trim().split('\n'));

const folder = temporaryFolder();
let world: ControlledWorld;
let event = 0;
let call = 0;
const printed: string[] = [];
const keep = (line: unknown) => void printed.push(String(line));

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  world = await createControlledWorld();
  writeControlFile(folder.path, world.server);
  const botId = await world.bot({ more: { PROPERTIES: { NAME: 'Echo' } } });
  await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
  await world.settled();
  await world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: 2, CLIENT_ID: 'test-app' });
});
beforeEach(async () => {
  printed.length = 0;
  event = (await world.control('event.list', { isFailed: true })).events.at(-1)?.id ?? 0;
  call = (await world.control('call.list', { isRefused: true })).calls[0]?.id ?? 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
  folder.remove();
});

/** As a shell would take it apart: a quoted word may hold blanks. */
function words(line: string): string[] {
  return Array.from(line.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '');
}

/** What stands for the number of an event, and of a call. */
const NUMBERS: Readonly<Record<string, () => string>> = { '12': () => String(event), '34': () => String(call) };

async function run(line: string): Promise<string> {
  const args = words(line.replace('./botyard ', '')).map((word) => NUMBERS[word]?.() ?? word);
  const never = async (): Promise<never> => expect.unreachable('nothing is started');
  const program = createProgram({ startServer: never, loadAtRest: never, exampleFile: () => undefined });
  await program.parseAsync([...args, '--data', folder.path], { from: 'user' });
  return printed.join('\n');
}

/** What is to be seen, by the beginning of the command. */
const SEEN: readonly (readonly [string, RegExp])[] = [
  [
    'status',
    /^Echo \(\d+\) +test-bot +1 call refused, 2 waiting.*imbot\.message\.add MESSAGE_EMPTY.*connection refused by 127\.0\.0\.1:9/m,
  ],
  ['events --failed', /Echo +ONIMBOTJOINCHAT +chat\d+ +waiting.*connection refused by 127\.0\.0\.1:9/],
  [
    'event 12 --curl',
    /^curl -i 'http:\/\/127\.0\.0\.1:9\/nobody' \\\n {2}-H 'Content-Type: [\s\S]*--data-raw 'event=ONIM/,
  ],
  ['event 12 --body', /^event=ONIM\w+&\n/],
  [
    'event 12',
    /^Event \d+: ONIM[\s\S]*connection refused[\s\S]*> POST http:\/\/127[\s\S]*auth\[application_token\] = \*\*\*/,
  ],
  ['calls --refused', /^\d+ .*imbot\.message\.add +test-app for Alice Arden .*MESSAGE_EMPTY: /m],
  ['calls --bot Echo', /imbot\.message\.add[\s\S]*imbot\.register/],
  ['calls --method', /^\{"id":\d+,.*"params":\{"text":".*CLIENT_ID[^,]*\*\*\*/],
  ['call 34', /^Call \d+: imbot\.message\.add of test-app for Alice Arden\nrefused \(400\): MESSAGE_EMPTY[\s\S]*> \{/],
  ['send-test', /^ONIMBOTMESSAGEADD is sent to Echo as event \d+/],
  ['retry Echo', /^\d+ events on the way to Echo\.$/],
  ['retry 12', /^Event \d+ is tried again/],
  ['resend 12', /^Event \d+ is sent anew as event \d+/],
  ['replay Echo', /^0 dead letters to be sent again/],
  ['pause Echo', /^Echo is paused, \d+ events waiting\. To go on: \S+ resume "Echo" --data \S+$/],
  ['resume Echo', /on the way to Echo/],
  ['skip 12', /^Event \d+ for Echo is skipped/],
  ['retries Echo off', /What fails is not tried again\.$/],
  ['retries Echo on', /on the way to Echo\. What fails is tried again\.$/],
];

describe('each command of the page works as it stands there', () => {
  test.each(commands.filter((line) => !line.startsWith('./botyard tail')))('%s', async (line) => {
    const [, seen] = SEEN.find(([beginning]) => line.startsWith(`./botyard ${beginning}`)) ?? [];
    expect(await run(line)).toMatch(seen ?? /never/);
  });

  test('tail has the options that the page gives it', () => {
    const tail = createProgram({ startServer: vi.fn(), loadAtRest: vi.fn(), exampleFile: vi.fn() }).commands.find(
      (one) => one.name() === 'tail',
    );
    const known = tail?.options.map(({ long }) => long);
    for (const line of commands.filter((one) => one.includes(' tail ')))
      for (const [option] of line.matchAll(/--\w+/g)) expect(known).toContain(option);
  });
});
