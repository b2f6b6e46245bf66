import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { anchorsIn, linksIn, withoutCode } from './markdown.ts';
import { RULINGS_FOLDER, type Ruling, readRulings } from './rulings.ts';

export interface DocumentReport {
  /** Documents whose links were followed. */
  readonly documents: number;
  /** Places at which a ruling is cited. */
  readonly citations: number;
  /** Each as `path:line: what`. */
  readonly broken: readonly string[];
}

interface Text {
  /** Below the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const CITING = /^(?:packages|tools|bench|docs)\//;
const TEXTS = /\.(?:md|ts|mts|mjs|js|sql)$/;
const SKIPPED = /(?:^|\/)(?:\.git|node_modules|dist|coverage|fixtures)$/;
const NUMBER = /\b[RGVN]\d{1,2}\b/g;

/**
 * In code a number counts where it is cited: `(R12)`, `(R1, R2; the rest)`, `R6: without a row` at the beginning of a
 * comment or of a text, "ruling R12". Elsewhere the same letters have other meanings (the access code 'G1').
 */
const CITATION = /\([RGVN]\d{1,2}\b[^()\n]*\)|(?:\/\/|\*|['"`]) ?[RGVN]\d{1,2}: |\b[Rr]ulings? [RGVN]\d{1,2}\b/g;

/** Holds that every cited ruling stands in the rulings, once, and that relative links lead somewhere. */
export function checkDocuments(root: string): DocumentReport {
  const texts = textsIn(root);
  const rulings = readRulings(root);
  const documents = texts.filter(({ path }) => path.endsWith('.md'));
  const cited = texts.filter(({ path }) => CITING.test(path)).flatMap(citationsIn);
  const known = new Set(rulings.map(({ number }) => number));
  const unknown = cited.filter(({ number }) => !known.has(number));
  return {
    documents: documents.length,
    citations: cited.length,
    broken: [
      ...unknown.map(({ path, line, number }) => `${path}:${line}: cites ${number}, which is no ruling`),
      ...repeated(rulings),
      ...documents.flatMap((document) => brokenLinks(root, document)),
    ],
  };
}

function textsIn(root: string, folder = root): Text[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = relative(root, path).replaceAll('\\', '/');
    if (entry.isDirectory()) return SKIPPED.test(name) ? [] : textsIn(root, path);
    return entry.isFile() && TEXTS.test(name) ? [{ path: name, text: readFileSync(path, 'utf8') }] : [];
  });
}

function citationsIn({ path, text }: Text): { path: string; line: number; number: string }[] {
  // Rulings name each other in running text.
  const isRuling = path.startsWith(`${RULINGS_FOLDER}/`);
  const lines = (isRuling ? withoutCode(text) : text).split('\n');
  return lines.flatMap((line, index) => {
    const places = isRuling ? [line] : (line.match(CITATION) ?? []);
    return places.flatMap((place) => (place.match(NUMBER) ?? []).map((number) => ({ path, line: index + 1, number })));
  });
}

function repeated(rulings: readonly Ruling[]): string[] {
  return rulings
    .filter(({ number }, index) => rulings.findIndex((other) => other.number === number) < index)
    .map(({ number, file }) => `${RULINGS_FOLDER}/${file}: ${number} stands twice`);
}

function brokenLinks(root: string, { path, text }: Text): string[] {
  return linksIn(text).flatMap(({ target, line }) => {
    if (/^[a-z]+:/i.test(target)) return [];
    const [file = '', anchor] = target.split('#');
    const place = file === '' ? join(root, path) : join(root, dirname(path), decodeURIComponent(file));
    if (!existsSync(place)) return [`${path}:${line}: leads to ${target}, which is not there`];
    if (anchor === undefined || hasAnchor(place, anchor)) return [];
    return [`${path}:${line}: leads to ${target}, which has no such heading`];
  });
}

function hasAnchor(place: string, anchor: string): boolean {
  return statSync(place).isFile() && place.endsWith('.md') && anchorsIn(readFileSync(place, 'utf8')).has(anchor);
}
