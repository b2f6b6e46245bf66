import { Command, InvalidArgumentError } from 'commander';
import type { Line } from '#control/registry.ts';
import { programName } from '#kit/program-name.ts';
import type { FeedMessage } from '#live/feed-item.ts';
import { follow } from './control-client.ts';
import { buttonLine, callLine, deliveryLine } from './feed-line.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { harmless, onOneLine, styled } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as: string;
  readonly to: string;
  readonly wait: number;
  readonly json?: true;
}

/** Writes as a person and shows what comes back. */
export function sayCommand(): Command {
  const command = new Command('say')
    .description('Write as a person, and see what comes back')
    .argument('<text...>', 'what to say; "/name ..." calls a slash command')
    .requiredOption('--as <person>', 'who speaks: a name or an id')
    .requiredOption('--to <bot|chat|person>', 'to whom: a name, the title of a chat, chat12, or an id')
    .option('--wait <seconds>', 'how long an answer may take', seconds, 5)
    .option('--json', 'print what comes back as JSON, one object per line')
    .addHelpText(
      'after',
      `
Ends when the answer is there and nothing is on its way any more. When an answer is
due and none comes in time, it says so and exits with code 1.

Examples:
  ${programName()} say --as Alice --to Echo "/echo hello"
  ${programName()} say --as Bob --to Team "/help"
`,
    );
  return whichServer(command).action(async (words: string[], flags: Flags) => {
    const { as, to, wait } = flags;
    const body = { as, to, text: words.join(' '), waitMs: wait * 1000 };
    for await (const item of follow(findServer(flags), 'say', body)) {
      if (item.kind === 'end') process.exitCode = conclude(item.result, flags);
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
function spoken({ what, author, text, buttons }: FeedMessage): string {
  const name = author === '' ? '' : `${styled('bold', harmless(author))}: `;
  const indent = ' '.repeat(author === '' ? 0 : author.length + 2);
  const lines = harmless(`${text}${what === 'changed' ? ' (edited)' : ''}`).split('\n');
  if (buttons.length > 0) lines.push(styled('cyan', onOneLine(buttonLine(buttons))));
  return name + lines.map((line, i) => (i === 0 ? line : indent + line)).join('\n');
}

function conclude(result: Extract<Line<'say'>, { kind: 'end' }>['result'], { to, wait, json }: Flags): 0 | 1 {
  if (result === 'silent') {
    console.error(`Nothing came back from ${to} within ${wait} s. Why: ${programName()} events --failed`);
    return 1;
  }
  if (result === 'nobody' && !json) {
    console.error('Sent. No bot was told of it (in a group, bots hear their commands and what mentions them).');
  }
  return 0;
}

function seconds(text: string): number {
  const number = Number(text);
  if (text !== '' && number >= 0 && number <= 600) return number;
  throw new InvalidArgumentError('Seconds are a number from 0 to 600.');
}
