import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In a checkout, and in a published package, which carries copies. */
const PLACES = ['../../../examples/', './examples/'];

/** Where a file of the example bots lies, e.g. `echo-bot/bot.mjs`; undefined: it did not come along. */
export function exampleFile(name: string): string | undefined {
  return PLACES.map((place) => fileURLToPath(new URL(place + name, import.meta.url))).find((path) => existsSync(path));
}
