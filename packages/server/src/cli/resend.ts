import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { jsonIn } from '#kit/json-text.ts';
import { buildPhpQuery } from '#kit/php-query/build.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { eventNumber } from './event-number.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly set: Readonly<Record<string, string>>;
  readonly edit?: string;
  readonly json?: true;
}

/** Sends an event once more as a new one. */
export function resendCommand(): Command {
  const command = new Command('resend')
    .description('Send an event once more under a new number, as it was or edited')
    .argument('<number>', 'as "events" and "tail" show it', eventNumber)
    .option('--set <name=value>', 'a field of the form that is another one; again for more', field, {})
    .option('--edit <file>', 'the whole form from a file: as "event --body" prints it, or as JSON')
    .option('--json', 'print the new event as JSON')
    .addHelpText(
      'after',
      `
Tokens are made anew. The header X-Botyard-Resent-From names the old event.

Examples:
  ${programName()} resend 12 --set 'data[PARAMS][MESSAGE]=hello'
  ${programName()} event 12 --body > form.txt; edit form.txt; ${programName()} resend 12 --edit form.txt
`,
    );
  return whichServer(command).action(async (id: number, flags: Flags) => {
    const body = flags.edit === undefined ? undefined : formIn(flags.edit);
    const { event } = await control(findServer(flags), 'event.resend', { id, set: flags.set, body });
    if (flags.json) return console.log(JSON.stringify(event));
    const how = event.isFetched ? 'can be fetched' : 'is sent';
    console.log(`Event ${id} ${how} anew as event ${event.id}. What came of it: ${proposed(`event ${event.id}`)}`);
  });
}

function field(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('Write it like data[PARAMS][MESSAGE]=hello.');
  return { ...before, [name]: value };
}

function formIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    throw new Complaint(`${file} cannot be read`);
  }
  if (!text.startsWith('{')) return text.replaceAll(/&\s*\n\s*/g, '&');
  const json = jsonIn(text);
  if (typeof json !== 'object' || json === null) throw new Complaint(`${file} is no JSON object`);
  return buildPhpQuery(json as Record<string, unknown>);
}
