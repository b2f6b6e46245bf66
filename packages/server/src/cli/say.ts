import { Command, InvalidArgumentError } from 'commander';
import type { Line } from '#control/registry.ts';
import { withoutCodes } from '#domain/message-parts/without-codes.ts';
import { programName } from '#kit/program-name.ts';
import type { FeedMessage } from '#live/feed-item.ts';
import { follow } from './control-client.ts';
import { attachedLine, buttonLine, callLine, deliveryLine } from './feed-line.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { quoted } from './quoted.ts';
import { harmless, onOneLine, styled } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as: string;
  readonly to: string;
  readonly press: readonly string[];
  readonly expect?: string;
  readonly count?: number;
  readonly within: number;
  readonly quiet?: number;
  readonly json?: true;
}

/** Writes as a person and shows what comes back. */
export function sayCommand(): Command {
  const command = new Command('say')
    .description('Write as a person, and see what comes back')
    .argument('<text...>', 'what to say; "/name ..." calls a slash command')
    .requiredOption('--as <person>', 'who speaks: a name or an id')
    .requiredOption('--to <bot|chat|person>', 'to whom: a name, the title of a chat, chat12, or an id')
    .option('--press <button>', 'press a button that comes back, by its text; again for the next one', collect, [])
    .option(
      '--expect <text>',
      'what a message that comes back has to say (who wrote it is no part of that): text, or /a regular expression/i',
    )
    .option('--count <messages>', 'how many messages have to come back (that fit --expect)', count)
    .option('--within <seconds>', 'how long that may take, after each act', seconds, 5)
    .option(
      '--quiet <seconds>',
      'then nothing may come for so long (default: 0, or 1 after an answer of a bot that fetches its events)',
      seconds,
    )
    .option('--json', 'print what comes back as JSON, one object per line')
    .addHelpText(
      'after',
      `
Shows what belongs to what was said, and ends when the answer is there and nothing is
on its way any more; with --expect or --count, as soon as that has come. When an answer
is due and does not come in time, it says so and exits with code 1.

Examples:
  ${programName()} say --as Alice --to Echo "/echo hello"
  ${programName()} say --as Bob --to Team "/help"
  ${programName()} say --as Alice --to Echo "/echo hello" --press Repeat --expect hello
`,
    );
  return whichServer(command).action(async (words: string[], flags: Flags) => {
    const { as, to, press, expect, count, within, quiet } = flags;
    const text = words.join(' ');
    const quietMs = quiet === undefined ? undefined : quiet * 1000;
    const body = { as, to, text, press, expect, count, waitMs: within * 1000, quietMs };
    let refused = 0;
    for await (const item of follow(findServer(flags), 'say', body)) {
      if (item.kind === 'call') refused += 1;
      if (item.kind === 'end') process.exitCode = conclude(item, flags, refused);
      else if (flags.json) console.log(JSON.stringify(item));
      else if (item.kind === 'message') show(item);
      else {
        const line = item.kind === 'call' ? callLine(item) : deliveryLine(item);
        console.error(styled('yellow', onOneLine(line), process.stderr));
      }
    }
  });
}

function show(message: FeedMessage): void {
  console.log(message.what === 'deleted' ? styled('dim', `Message ${message.id} was deleted.`) : spoken(message));
}

/** As it would stand in a chat: who, what, and the buttons under it. */
function spoken({ what, author, text, attach, buttons }: FeedMessage): string {
  const name = author === '' ? '' : `${styled('bold', harmless(author))}: `;
  const indent = ' '.repeat(author === '' ? 0 : author.length + 2);
  const lines = harmless(`${withoutCodes(text)}${what === 'changed' ? ' (edited)' : ''}`).split('\n');
  lines.push(...attach.map((line) => styled('dim', onOneLine(attachedLine(line)))));
  if (buttons.length > 0) lines.push(styled('cyan', onOneLine(buttonLine(buttons))));
  return name + lines.map((line, i) => (i === 0 ? line : indent + line)).join('\n');
}

type End = Extract<Line<'say'>, { kind: 'end' }>;

function conclude(
  { result, answers, reason, isTaken }: End,
  { to, expect, count = 1, within, json }: Flags,
  refused: number,
): 0 | 1 {
  const isAwaited = expect !== undefined || count > 1;
  if (result === 'answered') return 0;
  if (result === 'nobody') {
    if (!json)
      console.error('Sent. No bot was told of it (in a group, bots hear their commands and what mentions them).');
    return isAwaited ? 1 : 0;
  }
  console.error(onOneLine(whyNot()));
  return 1;

  function whyNot(): string {
    if (result === 'not_pressed') return reason ?? 'The button could not be pressed.';
    if (result === 'paused')
      return `Sent. ${reason} is paused: it is not told. Go on: ${proposed(`resume ${JSON.stringify(reason)}`)}`;
    if (result === 'silent' && reason !== null && isTaken && refused === 0)
      return `Nothing came back from ${to} within ${within} s. ${reason} took its event: look at what it prints itself. What it called: ${proposed(`calls --bot ${quoted(reason)}`)}`;
    if (result === 'silent' && reason !== null && refused === 0)
      return `Nothing came back from ${to} within ${within} s. ${reason} fetches its events: does it run? What waits for it: ${proposed('events')}`;
    if (result === 'silent')
      return `Nothing came back from ${to} within ${within} s. Why: ${proposed(refused > 0 ? 'calls --refused' : 'events --failed')}`;
    const came = answers === 1 ? 'One message came back' : `${answers} messages came back`;
    const fitting = count > 1 ? `fewer than ${count} fit` : answers === 1 ? 'it does not fit' : 'none fits';
    return `${came} within ${within} s; ${expect === undefined ? `${count} were awaited` : `${fitting} "${expect}"`}.`;
  }
}

function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 1000) return number;
  throw new InvalidArgumentError('That is a whole number from 1 to 1000.');
}

function seconds(text: string): number {
  const number = Number(text);
  if (text !== '' && number >= 0 && number <= 600) return number;
  throw new InvalidArgumentError('Seconds are a number from 0 to 600.');
}
