import { Command } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer } from './find-server.ts';
import { lineLines } from './line-lines.ts';
import { type LineFlags, lineOptions, toLineFields } from './line-options.ts';
import { whichServer } from './which-server.ts';

interface Flags extends LineFlags {
  readonly name?: string;
  readonly open?: true;
  readonly close?: true;
}

/** Changes a line. */
export function lineChangeCommand(): Command {
  const command = lineOptions(
    new Command('change')
      .description('Change a line: what is left out stays as it is')
      .argument('<line>', 'its name or id'),
  )
    .option('--name <name>', 'what it is called from now on')
    .option('--no-bot', 'people answer from the start')
    .option('--close', 'nobody can write there until it is opened again')
    .option('--open', 'visitors can write there again')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (line: string, flags: Flags) => {
    const { name, open, close } = flags;
    if (open && close) throw new Complaint('Either --open or --close', 2);
    const isActive = open ? true : close ? false : undefined;
    const change = { name, isActive, ...toLineFields(flags) };
    if (Object.values(change).every((one) => one === undefined))
      throw new Complaint(`Nothing is to be changed: say what. See: ${programName()} line change --help`, 2);
    const changed = await control(findServer(flags), 'line.change', { line, ...change });
    if (flags.json) return console.log(JSON.stringify(changed));
    for (const one of lineLines(changed)) console.log(one);
  });
}
