/*
 * What a web page says of itself in its head, read from its beginning as it came over the network: whatever stands there,
 * each sign is looked at once.
 */

export interface PageHead {
  /** Empty: it says none. */
  readonly title: string;
  readonly description: string;
  /** Address of a picture as it is written there. */
  readonly picture: string;
}

/** Characters that are kept of each. */
const TITLE = 255;
const DESCRIPTION = 1_000;
const ADDRESS = 2_048;

/** Names under which pages describe themselves, the better ones first. */
const NAMES = {
  title: ['og:title', 'twitter:title'],
  description: ['og:description', 'twitter:description', 'description'],
  picture: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'],
} as const;

export function readHead(html: string): PageHead {
  const said = new Map<string, string>();
  for (const tag of tagsOf(html)) {
    if (tag.name === 'title') remember(said, 'title', tag.text);
    else {
      const name = tag.attributes.get('property') ?? tag.attributes.get('name');
      const content = tag.attributes.get('content');
      if (name !== undefined && content !== undefined) remember(said, name.toLowerCase(), content);
    }
  }
  const first = (names: readonly string[]) => names.map((name) => said.get(name)).find((text) => text) ?? '';
  return {
    title: (first(NAMES.title) || (said.get('title') ?? '')).slice(0, TITLE).toWellFormed(),
    description: first(NAMES.description).slice(0, DESCRIPTION).toWellFormed(),
    picture: first(NAMES.picture).slice(0, ADDRESS),
  };
}

/** The first one counts. */
function remember(said: Map<string, string>, name: string, text: string): void {
  const clean = decoded(text).replace(/\s+/g, ' ').trim();
  if (clean !== '' && !said.has(name)) said.set(name, clean);
}

interface Tag {
  readonly name: 'title' | 'meta';
  readonly attributes: ReadonlyMap<string, string>;
  /** Of a title. */
  readonly text: string;
}

/** What in these stands is no markup. */
const RAW = new Set(['script', 'style', 'noscript', 'template']);

/** The tags of the head that say something; it ends where it is said to, or with what cannot stand in it. */
function* tagsOf(html: string): Generator<Tag> {
  const lower = html.toLowerCase();
  for (let at = lower.indexOf('<'); at >= 0; at = lower.indexOf('<', at)) {
    if (lower.startsWith('<!--', at)) {
      at = behind(lower, '-->', at);
      continue;
    }
    const name = nameAt(lower, at + 1);
    const end = tagEnd(html, at);
    if (end < 0 || name === '/head' || name === 'body') return;
    if (name === 'meta') yield { name, attributes: attributesIn(html.slice(at + 5, end)), text: '' };
    if (name === 'title') {
      const close = lower.indexOf('</title', end);
      if (close < 0) return;
      yield { name, attributes: new Map(), text: html.slice(end + 1, close) };
      at = close + 1;
    } else at = RAW.has(name) ? behind(lower, `</${name}`, end) : end + 1;
  }
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

function nameAt(lower: string, at: number): string {
  const name = /\/?[a-z][a-z0-9]*/y;
  name.lastIndex = at;
  return name.exec(lower)?.[0] ?? '';
}

/** Of the tag that begins there: its `>`, which may stand in quotes before; -1: it has none. */
function tagEnd(html: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < html.length; index += 1) {
    const sign = html[index] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return index;
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html[index - 1] ?? '')) quote = sign;
  }
  return -1;
}

function attributesIn(text: string): Map<string, string> {
  const found = text.matchAll(/([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
  return new Map(Array.from(found, ([, name = '', ...values]) => [name.toLowerCase(), values.find(Boolean) ?? '']));
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  copy: '©',
  reg: '®',
  trade: '™',
  middot: '·',
  bull: '•',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
