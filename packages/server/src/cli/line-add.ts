import { Command } from 'commander';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer } from './find-server.ts';
import { lineLines } from './line-lines.ts';
import { type LineFlags, lineOptions, toLineFields } from './line-options.ts';
import { whichServer } from './which-server.ts';

/** Makes a line and shows how it gets into a site. */
export function lineAddCommand(): Command {
  const command = lineOptions(
    new Command('add')
      .description('Make a line: a page where visitors write to a bot, and to people after that')
      .argument('<name...>', 'what it is called; visitors see it'),
  )
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName()} line add Support --bot helper --operators Alice,Bob --sites https://shop.example\n`,
    );
  return whichServer(command).action(async (words: string[], flags: LineFlags) => {
    const line = await control(findServer(flags), 'line.add', { name: words.join(' '), ...toLineFields(flags) });
    if (flags.json) return console.log(JSON.stringify(line));
    for (const one of lineLines(line)) console.log(one);
  });
}
