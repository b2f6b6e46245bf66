import type { Command } from 'commander';
import { DEFAULT_DATA } from './find-server.ts';

/** Adds the options by which a command is told which running server is meant. */
export function whichServer(command: Command): Command {
  return command
    .option(
      '-d, --data <dir>',
      `data directory of the server (default: ${DEFAULT_DATA}, or the only one running in memory)`,
    )
    .option('--url <url>', 'address of the server, when there are several');
}
