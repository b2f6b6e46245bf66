import { resolve } from 'node:path';
import { Command } from 'commander';
import { programName } from '#kit/program-name.ts';
import type { LoadAtRest } from './at-rest.ts';
import { DEFAULT_DATA } from './find-server.ts';

/** Puts a backup into an empty data directory. */
export function restoreCommand(loadAtRest: LoadAtRest): Command {
  return new Command('restore')
    .description('Put a backup into a data directory that holds nothing yet')
    .argument('<file>', 'made by the command backup')
    .option('-d, --data <dir>', `the data directory (default: ${DEFAULT_DATA})`)
    .action(async (file: string, { data = DEFAULT_DATA }: { readonly data?: string }) => {
      const { madeAt, version, database } = await (await loadAtRest()).restore(file, data);
      const time = new Date(madeAt).toISOString();
      console.log(`Restored into ${resolve(data)} what a Botyard ${version} backed up at ${time}.`);
      const inFolder = data === DEFAULT_DATA ? '' : ` --data ${data}`;
      if (database === 'sqlite') console.log(`Start it: ${programName()} start${inFolder}`);
      else
        console.log(
          `Restore its database, too: pg_restore --no-owner --dbname=ADDRESS FILE, and start it: ${programName()} start${inFolder} --database ADDRESS`,
        );
    });
}
