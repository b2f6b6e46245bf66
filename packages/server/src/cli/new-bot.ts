import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Complaint } from '#kit/complaint.ts';
import { systemRandom } from '#kit/random.ts';

/** A language of example bots: the file that a bot is, and the program that runs it. */
export interface Language {
  readonly file: string;
  readonly program: string;
  /** Has the program trust the certificate in a file. */
  trusting(program: string, certificate: string): string;
}

export const LANGUAGES: Readonly<Record<string, Language>> = {
  js: {
    file: 'bot.mjs',
    program: 'node',
    trusting: (program, certificate) => `NODE_EXTRA_CA_CERTS=${certificate} ${program}`,
  },
  php: {
    file: 'bot.php',
    program: 'php',
    trusting: (program, certificate) => `${program} -d openssl.cafile=${certificate}`,
  },
  python: {
    file: 'bot.py',
    program: 'python3',
    trusting: (program, certificate) => `SSL_CERT_FILE=${certificate} ${program}`,
  },
};

/** What stands in all examples for whoever runs them to replace. */
const ADDRESS = 'http://127.0.0.1:8424/rest/1/your-code/';
const TOKEN = 'a-secret-of-your-own';
/** Code and name in the examples of a kind. */
const CALLED = { assistant: ['assistant', 'Assistant'], webhook: ['called', 'Called'] } as const;
export type Kind = keyof typeof CALLED;

const BOT_TOKEN_LENGTH = 32;

/** Names a bot after its folder: `my-bot` becomes My bot. Both fit into quotes of any language. */
export function namesAfter(folder: string): { readonly code: string; readonly name: string } {
  const words = basename(resolve(folder)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['bot'];
  const [first = '', ...rest] = words.join(' ');
  // Another folder of the same name may hold a bot of the same portal, where a code has one owner.
  const code = `${words.join('-').toLowerCase()}-${systemRandom.code(4)}`;
  return { code, name: first.toUpperCase() + rest.join('') };
}

/** Makes the folder if it is not there. Throws where something lies in it, so that nothing is written over. */
export function emptyFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw new Complaint(`${folder} cannot be made: ${message}`);
    throw new Complaint(`${folder} is a file. Name a folder that is not there yet, or an empty one.`);
  }
  throw new Complaint(`${folder} is not empty. Name a folder that is not there yet, or an empty one.`);
}

/** Puts an example with an address and a name of its own into a folder. Whoever reads it acts as the owner of the address. */
export function writeBot(
  example: string,
  folder: string,
  kind: Kind,
  { url, code, name }: { readonly url: string; readonly code: string; readonly name: string },
): void {
  const [exampleCode, exampleName] = CALLED[kind];
  const text = [
    // How to run it: the copy needs nothing in its environment.
    [
      '',
      new RegExp(`^//   export WEBHOOK_URL=${ADDRESS} .*\n|WEBHOOK_URL=${ADDRESS} BOT_TOKEN=${TOKEN} `, 'm'),
    ] as const,
    [url, ADDRESS] as const,
    [systemRandom.code(BOT_TOKEN_LENGTH), TOKEN] as const,
    [code, exampleCode] as const,
    [name, exampleName] as const,
  ].reduce((source, [value, place]) => filled(source, value, place), readFileSync(example, 'utf8'));
  writeFileSync(join(folder, basename(example)), text, { mode: 0o600, flag: 'wx' });
}

function filled(source: string, value: string, place: RegExp | string): string {
  const found = typeof place === 'string' ? new RegExp(`(?<=['"])${place}(?=['"])`) : place;
  if (!found.test(source)) throw new Error(`The example has no place for ${place}`);
  return source.replace(found, () => value);
}
