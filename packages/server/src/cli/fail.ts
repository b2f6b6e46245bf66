import { Command, InvalidArgumentError } from 'commander';
import type { Answer } from '#control/registry.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly times?: number;
  readonly as?: string;
  readonly keep?: true;
  readonly list?: true;
  readonly clear?: true;
  readonly json?: true;
}

type Fault = Answer<'fault.add'>;

/** Has calls of a method fail on purpose, so that a program can be tried against an error. */
export function failCommand(): Command {
  const command = new Command('fail')
    .description('Have calls of a method fail with a documented error, until a restart or --clear')
    .argument('[method]', 'its name, e.g. im.message.add')
    .argument('[code]', 'a documented code, e.g. INTERNAL_SERVER_ERROR')
    .option('--times <n>', 'for so many calls', times)
    .option('--as <person>', 'only calls in the name of a person: a name or an id')
    .option('--keep', 'also after a restart')
    .option('--list', 'list what is set')
    .option('--clear', 'end all that is set')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (method: string | undefined, code: string | undefined, flags: Flags) => {
    const server = findServer(flags);
    if (flags.clear) {
      const { cleared } = await control(server, 'fault.clear', {});
      return console.log(flags.json ? JSON.stringify({ cleared }) : `Ended: ${cleared}.`);
    }
    if (flags.list) {
      const { faults } = await control(server, 'fault.list', {});
      if (flags.json) return console.log(JSON.stringify(faults));
      for (const line of lines(faults)) console.log(line);
      return;
    }
    if (method === undefined || code === undefined)
      throw new Complaint(`Say which method is to fail, and with which code. See: ${programName()} fail --help`, 2);
    const body = { method, code, times: flags.times, as: flags.as, isKept: flags.keep ?? false };
    const added = await control(server, 'fault.add', body);
    console.log(flags.json ? JSON.stringify(added) : `${sentence(added)} To end it: ${proposed('fail --clear')}`);
  });
}

function times(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Say how many calls, as a number from 1.');
}

function sentence({ method, as, times, status, code }: Fault): string {
  const calls = times === null ? 'Calls' : times === 1 ? 'The next call' : `The next ${times} calls`;
  const by = as === null ? '' : ` as ${as}`;
  return `${calls} of ${method}${by} ${times === 1 ? 'is' : 'are'} answered with ${status} ${code}.`;
}

function lines(faults: readonly Fault[]): string[] {
  if (faults.length === 0) return [`No method is made to fail. To have one fail: ${programName()} fail METHOD CODE`];
  const rows = faults.map(({ method, status, code, as, times, isKept }) =>
    [method, `${status} ${code}`, as ?? 'everybody', times === null ? 'all' : String(times), isKept ? 'kept' : ''].map(
      onOneLine,
    ),
  );
  const [heading = '', ...rest] = table([['METHOD', 'ANSWER', 'AS', 'CALLS', ''], ...rows]);
  return [styled('dim', heading), ...rest];
}
