import { join } from 'node:path';
import { expect } from 'vitest';
import { botyard, type Ended, type Server, startServer, temporaryFolder } from './botyard.ts';

/** The program in a folder of its own, with what tests of its commands do all the time. */
export function commandsInFolder() {
  const { path, remove } = temporaryFolder();
  const run = (...args: string[]): Promise<Ended> => botyard(path, ...args);
  return {
    remove,
    run,
    /** A path in the folder. */
    at: (...names: string[]): string => join(path, ...names),
    /** A server of this data directory. */
    start: (data: string, ...more: string[]): Promise<Server> =>
      startServer(path, '--no-examples', '--data', data, ...more),
    /** What a command prints that has to succeed and complain of nothing. */
    async succeeds(...args: string[]): Promise<string> {
      const ended = await run(...args);
      expect({ args, ...ended }).toMatchObject({ code: 0, stderr: '' });
      return ended.stdout;
    },
  };
}
