import { programName } from '#kit/program-name.ts';
import type { WhichServer } from './find-server.ts';
import { quoted } from './quoted.ts';

let where = '';

/** How this command found its server: what it proposes to do next is for the same one. */
export function proposeFor({ data, url }: WhichServer): void {
  where = [...option('--data', data), ...option('--url', url)].join('');
}

/** A command to go on with, as it can be pasted into a shell. */
export function proposed(words: string): string {
  return `${programName()} ${words}${where}`;
}

function option(name: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  return [` ${name} ${quoted(value)}`];
}
