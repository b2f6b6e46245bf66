import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { BackupMade } from '#control/terms/backup.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import type { LoadAtRest } from './at-rest.ts';
import { follow } from './control-client.ts';
import type { ControlFile } from './control-file.ts';
import { findServerOrData, type WhichServer } from './find-server.ts';
import { percentLine, size } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly within: number;
  readonly json?: true;
}

/** Copies a portal into a file, while it runs or not. */
export function backupCommand(loadAtRest: LoadAtRest): Command {
  const command = new Command('backup')
    .description('Copy a portal into one file, while it runs or not')
    .argument('<file>', 'where to; it must not exist yet')
    .option('--within <seconds>', 'give up when it takes longer', seconds, 600)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
The file is a tar archive that only its owner can read (mode 0600). In it:
  the database as it is at the moment of the command, with messages, people, bots, events and pictures;
  the key that secrets in it are sealed with: whoever has this file has everything;
  the certificate, if the portal has one of its own;
  files that were sent, unless they are kept in a bucket.
Not in it: the log of REST calls, which is kept for a day at most (botyard-calls.db).
Of a portal on PostgreSQL it has the key and the certificate; the command says how to copy the database.
It needs room for twice the database, and the files, while it is made.

Examples:
  ${programName()} backup botyard-$(date +%F).tar
  ${programName()} restore botyard-2026-01-31.tar --data .botyard
`,
    );
  return whichServer(command).action(async (name: string, flags: Flags) => {
    const file = resolve(name);
    const found = findServerOrData(flags);
    const line = percentLine('Making the backup');
    const terms = { file, within: flags.within };
    try {
      const made =
        typeof found === 'string'
          ? await (await loadAtRest()).backup(found, { ...terms, onPercent: line.show })
          : await ofRunning(found, terms, line.show);
      line.clear();
      console.log(flags.json ? JSON.stringify(made) : inWords(made));
    } finally {
      line.clear();
    }
  });
}

async function ofRunning(
  server: ControlFile,
  terms: { readonly file: string; readonly within: number },
  onPercent: (percent: number) => void,
): Promise<BackupMade> {
  for await (const { kind, ...line } of follow(server, 'backup', terms)) {
    if ('percent' in line) onPercent(line.percent);
    else if ('message' in line) throw new Complaint(line.message);
    else return line;
  }
  throw new Complaint(`The server at ${server.url} ended the backup. Is it stopping?`);
}

function inWords({ file, bytes, hasDatabase, databaseAddress }: BackupMade): string {
  const made = `Made ${file} (${size(bytes)}). Keep it where nobody else can read it: the key is in it.`;
  if (hasDatabase) return made;
  const address = databaseAddress ?? 'postgres://USER@HOST/DATABASE';
  return `${made}\nThe database is not in it. Copy it, too: pg_dump --format=custom --exclude-table-data=database_lease --file=${file}.dump '${address}'`;
}

function seconds(text: string): number {
  const number = Number(text);
  if (number > 0 && number <= 86_400) return number;
  throw new InvalidArgumentError('Seconds are a number above 0, up to 86400.');
}
