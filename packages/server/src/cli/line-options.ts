import { type Command, Option } from 'commander';
import type { Body } from '#control/registry.ts';
import type { WhichServer } from './find-server.ts';
import { list } from './list.ts';

export interface LineFlags extends WhichServer {
  readonly bot?: string | false;
  readonly operators?: string[];
  readonly distribution?: Body<'line.add'>['distribution'];
  readonly sites?: string[];
  readonly language?: Body<'line.add'>['language'];
  readonly greeting?: string;
  readonly json?: true;
}

/** What can be said of a line when it is made and when it is changed. */
export function lineOptions(command: Command): Command {
  return command
    .option('--bot <bot>', 'who speaks with visitors first: a bot of TYPE=O or with OPENLINE=Y, by name, code or id')
    .option('--operators <people>', 'who answers after the bot, in this order, e.g. Alice,Bob', list)
    .addOption(
      new Option('--distribution <how>', 'whom of them a visitor is passed to').choices(['evenly', 'strictly', 'all']),
    )
    .option('--sites <sites>', 'whose pages may show it, e.g. https://shop.example', list)
    .addOption(new Option('--language <code>', 'of what stands on its page').choices(['en', 'de', 'ru']))
    .option('--greeting <text>', 'what visitors are told first');
}

export function toLineFields({ bot, operators, distribution, sites, language, greeting }: LineFlags) {
  return { bot: bot === false ? null : bot, operators, distribution, sites, language, greeting };
}
