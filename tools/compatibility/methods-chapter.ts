import { anchorOf } from '../markdown.ts';

/** A documented method and what is known of it here. */
export interface Entry {
  readonly name: string;
  /** Else it is an unknown method. */
  readonly isHere: boolean;
  readonly errors: readonly RowEntry[];
  readonly deviations: readonly Deviation[];
  readonly rulings: readonly RulingLink[];
}

export interface RowEntry {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The contract that causes it, below packages/server/test/contract; undefined: there is none. */
  readonly test: string | undefined;
  /** Another page than its own that tells of it. */
  readonly page: string | undefined;
}

export interface Deviation {
  readonly method: string;
  readonly parameter: string;
  readonly what: string;
  readonly reason: string;
}

export interface RulingLink {
  readonly number: string;
  readonly target: string;
}

/** Under this heading of the part that is written by hand stands what cannot mean anything here, as a table. */
const NOTHING_TO_DO = 'What is not here';

/** Fewer methods are no family of their own. */
const FAMILY = 3;
const OTHERS = 'others';

/** A text that speaks of more methods at once is about none of them. */
const FEW = 12;

/** What the part that is written by hand, or an exemption, says of methods that are not so; nothing: all is well. */
export function faultsOf(head: string, entries: readonly Entry[]): string[] {
  const names = entries.map(({ name }) => name);
  const roots = new Set(names.map((name) => name.split('.')[0]));
  const named = [...new Set(namesIn(head))].filter((name) => name.includes('.'));
  const absent = reasonsOf(head);
  return [
    ...named
      .filter(
        (name) =>
          roots.has(name.split('.')[0]) && !names.some((one) => isMeant(name, one) || isMeant(`${name}.*`, one)),
      )
      .map((name) => `it names ${name}, which is no documented method`),
    ...absent
      .filter(({ name }) => entries.some((one) => isMeant(name, one.name) && one.isHere))
      .map(({ name }) => `"${NOTHING_TO_DO}" names ${name}, which works`),
    ...entries.flatMap(({ name, isHere, deviations }) =>
      isHere ? [] : deviations.map(({ parameter }) => `an exemption names ${parameter} of ${name}, which is not here`),
    ),
    ...entries
      .filter(({ errors }) => errors.some(({ test }) => test === undefined))
      .map(({ name }) => `${name} has no contract`),
  ];
}

/** All documented methods by family and name. */
export function methodsChapter(head: string, entries: readonly Entry[]): string {
  const families = [...new Set(entries.map(({ name }) => familyOf(name, entries)))]
    .map((family) => ({ family, all: entries.filter(({ name }) => familyOf(name, entries) === family) }))
    .sort((a, b) => Number(a.family === OTHERS) - Number(b.family === OTHERS) || (a.family < b.family ? -1 : 1));
  const count = (all: readonly Entry[]) => all.filter(({ isHere }) => isHere).length;
  const rows = families.map(
    ({ family, all }) => `| [${titleOf(family)}](#${anchorOf(titleOf(family))}) | ${all.length} | ${count(all)} |`,
  );
  const chapters = families.map(
    ({ family, all }) =>
      `### ${titleOf(family)}\n\n${indexOf(all)}${all.map((one) => chapterOf(one, head, entries)).join('')}`,
  );
  return `\n## Methods\n\n| family | documented | work |\n|---|---|---|\n${rows.join('\n')}\n| together | ${entries.length} | ${count(entries)} |\n\n${chapters.join('\n')}`;
}

function indexOf(all: readonly Entry[]): string {
  const lines = all.map(
    ({ name, isHere }) => `| [${name}](#${anchorOf(name)}) | ${isHere ? 'works' : 'unknown method'} |\n`,
  );
  return `| method | state |\n|---|---|\n${lines.join('')}`;
}

/** `imbot.v2`, `user`; methods that are alone with their beginning are together. */
function familyOf(name: string, entries: readonly Entry[]): string {
  const family = beginningOf(name);
  return entries.filter((one) => beginningOf(one.name) === family).length < FAMILY ? OTHERS : family;
}

function beginningOf(name: string): string {
  return /^\w+\.v\d+(?=\.)/.exec(name)?.[0] ?? name.split('.')[0] ?? name;
}

function titleOf(family: string): string {
  return family === OTHERS ? 'Other methods' : `Methods ${family}.*`;
}

function chapterOf(entry: Entry, head: string, entries: readonly Entry[]): string {
  return [`\n#### ${entry.name}\n`, ...(entry.isHere ? works(entry, head, entries) : isUnknown(entry, head))]
    .map((part) => `${part}\n`)
    .join('');
}

function isUnknown({ name }: Entry, head: string): string[] {
  const why = reasonsOf(head).find((one) => isMeant(one.name, name))?.why;
  return [`Unknown method${why === undefined ? ': not there yet' : `: ${why}`}.`];
}

function works({ name, errors, deviations, rulings }: Entry, head: string, entries: readonly Entry[]): string[] {
  const names = new Set(entries.map((one) => one.name));
  const sections = sectionsNaming(head, name, [...names]).map((title) => `[${title}](#${anchorOf(title)})`);
  const further = [...sections, ...rulings.map(({ number, target }) => `[${number}](${target})`)];
  const [test] = errors.flatMap((row) => row.test ?? []);
  return [
    `Works: [reference](reference/${name}.md).`,
    ...(test === undefined
      ? []
      : [`\nErrors, each caused by the test of its name for [${test}](../packages/server/test/contract/${test}):\n`]),
    ...errors.map(
      ({ status, code, message, page }) =>
        `- ${status} ${[code, message].filter(Boolean).map(asCode).join(' ')}${page === undefined ? '' : `, of ${asCode(page)}`}`,
    ),
    ...(deviations.length === 0 ? [] : ['\nDifferent:\n']),
    ...deviations.map(({ parameter, what, reason }) => `- ${asCode(parameter)} ${what}: ${linked(reason, names)}`),
    ...(further.length === 0 ? [] : [`\nSee also: ${further.join(', ')}.`]),
  ];
}

/** Names of methods become links. */
function linked(text: string, names: ReadonlySet<string>): string {
  return text.replace(/\b[a-z]\w*(?:\.\w+)+/gi, (name) => (names.has(name) ? `[${name}](#${anchorOf(name)})` : name));
}

function asCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Headings of the part that is written by hand under which the method is named, by itself or with a few others. */
function sectionsNaming(head: string, name: string, names: readonly string[]): string[] {
  const isAbout = (written: string) =>
    isMeant(written, name) && names.filter((one) => isMeant(written, one)).length <= FEW;
  return head
    .split(/^#{2,3} /m)
    .slice(1)
    .filter((section) => namesIn(section).some(isAbout))
    .map((section) => section.slice(0, section.indexOf('\n')));
}

/** What may be the names of methods: `im.notify`, or `im.notify.*` for all that begin so. */
function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/`([a-z]\w*(?:\.\w+)*(?:\.\*)?)`/g), ([, name = '']) => name);
}

interface Reason {
  /** `im.notify`, or `im.notify.*` for all that begin so. */
  readonly name: string;
  readonly why: string;
}

function reasonsOf(head: string): Reason[] {
  const [, section = ''] = head.split(`\n## ${NOTHING_TO_DO}\n`);
  const [rows = ''] = section.split(/^## /m);
  return Array.from(rows.matchAll(/^\| (`.+`) \| (.+) \|$/gm), ([, names = '', why = '']) =>
    Array.from(names.matchAll(/`([^`]+)`/g), ([, name = '']) => ({ name, why })),
  ).flat();
}

function isMeant(written: string, name: string): boolean {
  return written.endsWith('.*') ? name.startsWith(written.slice(0, -1)) : written === name;
}
