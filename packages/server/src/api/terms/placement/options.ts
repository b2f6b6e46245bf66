import { addressFault } from '#domain/handler-url.ts';
import type { PlacementOptions } from '#domain/placement/placement.ts';
import { done, type Outcome, refused } from '#kit/outcome.ts';

export const OPTION_REFUSALS = [
  'icon_missing',
  'wrong_icon',
  'wrong_context',
  'wrong_extranet',
  'wrong_role',
  'wrong_color',
  'wrong_width',
  'wrong_height',
  'error_handler_missing',
] as const;
type OptionRefusal = (typeof OPTION_REFUSALS)[number];

const CHATS = ['USER', 'CHAT', 'LINES', 'CRM'];
const EVERYWHERE = 'ALL';
const COLORS: ReadonlySet<string> = new Set([
  'RED',
  'GREEN',
  'MINT',
  'LIGHT_BLUE',
  'DARK_BLUE',
  'PURPLE',
  'AQUA',
  'PINK',
  'LIME',
  'BROWN',
  'AZURE',
  'KHAKI',
  'SAND',
  'ORANGE',
  'MARENGO',
  'GRAY',
  'GRAPHITE',
]);

/** One option: what is kept of what was sent, undefined for nothing. */
type OptionReader = (raw: unknown) => Outcome<unknown, OptionRefusal>;

const iconName: OptionReader = (raw) => {
  if (isAbsent(raw)) return refused('icon_missing');
  return typeof raw === 'string' && /^[A-Za-z -]{1,50}$/.test(raw) ? done(raw) : refused('wrong_icon');
};

const extranet: OptionReader = (raw) => {
  const word = isAbsent(raw) ? 'N' : typeof raw === 'string' ? raw.trim().toUpperCase() : raw;
  if (word === 'Y' || word === true || word === 1) return done('Y');
  return word === 'N' || word === false || word === 0 ? done('N') : refused('wrong_extranet');
};

/** Kinds of chats with `;` between them; all beside others are all (G56). */
const context: OptionReader = (raw) => {
  if (isAbsent(raw)) return done(EVERYWHERE);
  const kinds = typeof raw === 'string' ? raw.split(';').map((one) => one.trim()) : [];
  const given = [...new Set(kinds.filter((one) => one !== ''))];
  if (given.length === 0 || given.some((one) => one !== EVERYWHERE && !CHATS.includes(one)))
    return refused('wrong_context');
  return done(given.includes(EVERYWHERE) ? EVERYWHERE : given.join(';'));
};

const role: OptionReader = (raw) => {
  if (isAbsent(raw)) return done('USER');
  return raw === 'USER' || raw === 'ADMIN' ? done(raw) : refused('wrong_role');
};

const color: OptionReader = (raw) => {
  if (isAbsent(raw)) return done(undefined);
  return typeof raw === 'string' && COLORS.has(raw) ? done(raw) : refused('wrong_color');
};

/** A share of the room in percent; more than all of it is taken, too (G56). */
const percent =
  (refusal: OptionRefusal): OptionReader =>
  (raw) => {
    if (isAbsent(raw)) return done(100);
    const share = typeof raw === 'string' && /^\d{1,9}$/.test(raw.trim()) ? Number(raw) : raw;
    return Number.isSafeInteger(share) && (share as number) >= 0 ? done(share) : refused(refusal);
  };

const errorHandlerUrl: OptionReader = (raw) =>
  typeof raw === 'string' && addressFault(raw) === undefined ? done(raw) : refused('error_handler_missing');

const inChats = { extranet, context, role };

/** What each place keeps, in the order it is told in. */
const KEPT: Readonly<Record<string, Readonly<Record<string, OptionReader>>>> = {
  IM_CONTEXT_MENU: inChats,
  IM_SMILES_SELECTOR: inChats,
  IMMOBILE_CONTEXT_MENU: inChats,
  IM_NAVIGATION: { iconName, extranet, role },
  IM_SIDEBAR: { iconName, ...inChats, color },
  IM_TEXTAREA: { iconName, ...inChats, color, width: percent('wrong_width'), height: percent('wrong_height') },
  PAGE_BACKGROUND_WORKER: { errorHandlerUrl },
  REST_APP_URI: {},
};

/** The options of a place with its defaults; a place that says nothing of its options keeps what was sent. */
export function placementOptions(place: string, sent: PlacementOptions): Outcome<PlacementOptions, OptionRefusal> {
  const readers = KEPT[place];
  if (!readers) return done(sent);
  const kept: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(readers)) {
    const value = read(sent[name]);
    if (!value.ok) return value;
    if (value.value !== undefined) kept[name] = value.value;
  }
  return done(kept);
}

function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === '';
}
