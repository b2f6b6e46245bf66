import { Command } from 'commander';
import type { PresentedCheckup } from '#control/terms/checkup.ts';
import type { LoadAtRest } from './at-rest.ts';
import { control } from './control-client.ts';
import { findServerOrData, type WhichServer } from './find-server.ts';
import { duration, size, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

const ENDS = { delivered: 'delivered', dead: 'given up', dropped: 'dropped' } as const;

/** Says whether the data of a portal is in order, while it runs or not. */
export function checkCommand(loadAtRest: LoadAtRest): Command {
  const command = new Command('check')
    .description('Check the data of a portal: database, key, versions, disk; exits with 1 when something is wrong')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (flags: WhichServer & { readonly json?: true }) => {
    const found = findServerOrData(flags);
    const checkup =
      typeof found === 'string' ? await (await loadAtRest()).check(found) : await control(found, 'check', {});
    for (const line of flags.json ? [JSON.stringify(checkup)] : report(checkup)) console.log(line);
    if (checkup.problems.length > 0) process.exitCode = 1;
  });
}

function report({ version, node, database, schema, directory, bytes, events, problems }: PresentedCheckup): string[] {
  const { database: whole, log, reusable, files, free } = bytes;
  const sizes = [
    whole === null ? [] : [size(whole)],
    log === null ? [] : [`${size(log)} in its log`],
    reusable === null ? [] : [`${size(reusable)} of it free for use`],
  ].flat();
  return [
    ...table([
      ['Botyard', `${version}, Node ${node}`],
      ['Database', database],
      ...(schema === '' ? [] : [['Schema', schema]]),
      ...(sizes.length === 0 ? [] : [['Size', sizes.join(', ')]]),
      ...(files === null ? [] : [['Files', size(files)]]),
      ...(directory === null ? [] : [['Folder', directory]]),
      ...(free === null ? [] : [['Free', `${size(free)} on its disk`]]),
      ...events.map(({ end, count, keptForMs, past }) => [
        `Events ${ENDS[end]}`,
        `${count} kept for ${duration(keptForMs)} each, ${past} past their time: forgotten in the next round`,
      ]),
    ]),
    '',
    ...(problems.length === 0 ? ['All is well.'] : problems.map((line) => `${styled('red', 'Problem:')} ${line}.`)),
  ];
}
