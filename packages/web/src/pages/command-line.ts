import { ask } from '../commands.ts';
import { session } from '../session.ts';
import { quoted } from '../text/curl.ts';

/** A command for a shell at the machine of the portal, in the folder of the program. `directory` is where the portal keeps its data. */
export function botyard(words: string, directory: string | null | undefined): string {
  return directory ? `./botyard ${words} --data ${asWord(directory)}` : `./botyard ${words}`;
}

/** Where the portal keeps its data; null where it keeps none, and for whom that is not to be seen. */
export async function dataDirectory(): Promise<string | null> {
  return session.isAdmin ? (await ask('data', {})).directory : null;
}

function asWord(text: string): string {
  return /^[\w./~:@%+-]+$/.test(text) ? text : quoted(text);
}
