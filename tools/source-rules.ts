import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/*
 * What a reader relies on and no compiler sees. Plain scans of the text: they know no syntax, so that each says what
 * it looks for, and a file that needs an exemption needs a better idea instead.
 */

export interface SourceReport {
  readonly files: number;
  /** Each as `rule: path:line: what`. */
  readonly broken: readonly string[];
}

interface Source {
  /** Below packages/server/src, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Without comments, line for line. */
  readonly code: readonly string[];
}

/** Says at which lines (from 1) a source breaks the rule, and how; line 0 stands for the file as a whole. */
type Rule = (source: Source, methodNames: ReadonlySet<string>) => readonly (readonly [line: number, what: string])[];

const MAX_LINES = 200;
const MAX_METHOD_LINES = 60;

const rules: Readonly<Record<string, Rule>> = {
  'small-files': ({ path, text }) => {
    const lines = countLines(text);
    return path.startsWith('api/') && lines >= MAX_LINES
      ? [[0, `${lines} lines; fewer than ${MAX_LINES} are allowed`]]
      : [];
  },

  /** A method reads like its page. What makes one long is a row, a field or a domain action that others need, too. */
  'short-methods': ({ path, text }) => {
    const lines = countLines(text);
    return path.startsWith('api/methods/') && lines > MAX_METHOD_LINES
      ? [[0, `${lines} lines; at most ${MAX_METHOD_LINES} are allowed`]]
      : [];
  },

  /** A name with a dot in quotes, examples aside. What two methods need is a field, a row, a look-up or a domain action. */
  'one-method-per-file': ({ path, code }, names) => {
    if (!path.startsWith('api/')) return [];
    const named = new Set(
      withoutExample(code)
        .flatMap((line) => quoted(line))
        .filter((word) => word.includes('.') && names.has(word)),
    );
    return named.size > 1 ? [[0, `names ${[...named].join(' and ')}`]] : [];
  },

  /** methods/imbot/command/register.ts holds imbot.command.register, capitals included. */
  'method-where-its-name-says': ({ path, code }) => {
    const [, place] = /^api\/methods\/(.+)\.ts$/.exec(path) ?? [];
    if (place === undefined) return [];
    const name = code.map((line) => /^ {2}name: '([^']+)',$/.exec(line)?.[1]).find((found) => found !== undefined);
    return name === place.replaceAll('/', '.') ? [] : [[0, `holds ${name ?? 'no method'}`]];
  },

  /**
   * Words of the wire: Y and N, quoted UPPER_CASE words, properties in UPPER_CASE. Constants may be called so.
   * message-parts/ is where documents in the dialect's own words (keyboards, attachments) are read, and
   * chat/entity-types.ts names the outside objects that programs name.
   */
  'no-dialect-in-domain': ({ path, code }) => {
    if (
      !path.startsWith('domain/') ||
      path.startsWith('domain/message-parts/') ||
      path === 'domain/chat/entity-types.ts'
    )
      return [];
    return code.flatMap((line, index) =>
      [
        ...line.matchAll(
          /(?<quote>['"`])(?:[A-Z][A-Z0-9_]+|[YN])\k<quote>|(?<=[\w)\]?])(?<!\bNumber)\.[A-Z][A-Z0-9_]+\b/g,
        ),
      ].map(([word]) => [index + 1, `says ${word}`] as const),
    );
  },

  /** Who reads an action is to see what it does to a table, and a unit that only reads is given these verbs alone. */
  'store-verbs': ({ path, code }) =>
    path.startsWith('storage/stores/')
      ? code.flatMap((line, index) => {
          const [, name = ''] = /^ {4}(?:async )?(\w+)(?:<\w+>)?\([^)]*(?:\)(?:: .+)? \{)?$/.exec(line) ?? [];
          return name === '' || STORE_VERB.test(name)
            ? []
            : [[index + 1, `${name} begins with none of ${STORE_VERBS.join(', ')}`] as const];
        })
      : [],

  /** What one unit, store or connection knows is a property of it: in a module it would outlive it, seen by no signature. */
  'no-module-state': ({ path, code }) =>
    path.startsWith('domain/') || path.startsWith('storage/')
      ? code.flatMap((line, index) => {
          const [, name] = MODULE_STATE.exec(line) ?? [];
          return name === undefined ? [] : [[index + 1, `${name} is state of the module`] as const];
        })
      : [],

  /** Each of these has one home, so that tests can hold the clock, the dice and the network in their hands. */
  'words-with-a-home': ({ path, code }) =>
    code.flatMap((line, index) =>
      HOMES.filter(({ word, homes }) => word.test(line) && !homes.some((home) => path.startsWith(home))).map(
        ({ word, homes }) => [index + 1, `${word.exec(line)?.[0].trim()} belongs into ${homes.join(', ')}`] as const,
      ),
    ),
};

const STORE_VERBS = ['insert', 'update', 'delete', 'find', 'get', 'list', 'count', 'lock'];
const STORE_VERB = new RegExp(`^(?:${STORE_VERBS.join('|')})(?:[A-Z]|$)`);

/** At the left margin: a weak collection, or an empty one that may be filled. What is declared as read-only is a constant. */
const MODULE_STATE =
  /^(?:export )?(?:const|let|var) (\w+)(?!: (?:readonly |Readonly))\b.*= (?:new Weak(?:Map|Set)\b.*|new (?:Map|Set)\b(?:<.*>)?\(\);|\[\];|\{\};)/;

const HOMES = [
  { word: /\bMath\.random\(|\brandomUUID\(/, homes: ['kit/'] },
  // What runs in a browser has the clock of the browser, and no other way to its server.
  {
    word: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
    homes: ['kit/', 'http/oauth/library/beginning.ts'],
  },
  {
    word: /(?<![.\w])fetch\(/,
    homes: [
      'delivery/',
      'cli/',
      'http/oauth/library/calls.ts',
      'http/oauth/frame-script.ts',
      'http/bot-page/frame-script.ts',
      'http/live-chat/script.ts',
    ],
  },
  // The echo bot is a process of its own, which is handed its environment.
  { word: /\bprocess\.env\b/, homes: ['cli/', 'config.ts', 'main.ts', 'echo-bot.ts'] },
] as const;

export const sourceRules: readonly string[] = Object.keys(rules);

/** Holds the files of `root`/packages/server/src to the rules; `methodNames` are the documented ones. */
export function checkSources(root: string, methodNames: ReadonlySet<string>): SourceReport {
  const sources = sourcesIn(join(root, 'packages/server/src'));
  const broken = Object.entries(rules).flatMap(([name, rule]) =>
    sources.flatMap((source) =>
      rule(source, methodNames).map(([line, what]) => `${name}: ${source.path}${line > 0 ? `:${line}` : ''}: ${what}`),
    ),
  );
  return { files: sources.length, broken };
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.(test|generated)\.ts$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8');
      return { path: relative(folder, path).replaceAll('\\', '/'), text, code: withoutComments(text).split('\n') };
    });
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** Line breaks stay, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Without the `example` of a definition: a method that lists or calls methods shows some there. */
function withoutExample(code: readonly string[]): string[] {
  const start = code.findIndex((line) => line.startsWith('  example: '));
  if (start < 0) return [...code];
  const length = code.slice(start + 1).findIndex((line) => /^ {2}\w/.test(line));
  return [...code.slice(0, start), ...(length < 0 ? [] : code.slice(start + 1 + length))];
}

function quoted(line: string): string[] {
  return [...line.matchAll(/(['"`])([\w.]+)\1/g)].map(([, , word]) => word ?? '');
}
