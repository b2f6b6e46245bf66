import { Command, InvalidArgumentError } from 'commander';
import { programName } from '#kit/program-name.ts';
import { callLines } from './call-lines.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { whichServer } from './which-server.ts';

/** Shows what a program sent, and what it was answered. */
export function callCommand(): Command {
  const command = new Command('call')
    .description('Show what was sent with a REST call, what was answered, and why it was refused')
    .argument('<number>', 'as "calls" and "tail" show it', callNumber)
    .option('--json', 'print it as JSON')
    .addHelpText('after', `\nThe refused ones are listed by:\n  ${programName()} calls --refused\n`);
  return whichServer(command).action(async (id: number, flags: WhichServer & { json?: true }) => {
    const { call } = await control(findServer(flags), 'call.show', { id });
    for (const line of flags.json ? [JSON.stringify(call)] : callLines(call)) console.log(line);
  });
}

function callNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A call is a number, as "calls" and "tail" show it.');
}
