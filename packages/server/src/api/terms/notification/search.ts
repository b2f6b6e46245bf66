import { optional, type Possibly, readBy, type Values } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { NotificationFilter } from '#domain/notification/notification.ts';
import { fold } from '#kit/words.ts';
import { field } from '../basic/fields.ts';
import { parseTime } from '../basic/time.ts';
import { wire } from '../basic/wire.ts';
import { parseTag } from './present.ts';

/** Characters without which a text alone is none to look for. */
const SHORTEST = 3;
const DAY = 24 * 60 * 60_000;

const time = readBy(wire.moment, (raw) => parseTime(toText(raw) ?? ''));

export const searchFields = {
  SEARCH_TEXT: field.text('Stands anywhere in the text; at least 3 characters where nothing else is looked for'),
  SEARCH_TYPE: field.optionalText('MODULE or MODULE|EVENT'),
  SEARCH_TYPES: field.words('Several of these: any of them'),
  SEARCH_DATE: optional('Within 24 hours from this time on', time),
  SEARCH_DATE_FROM: optional('From this time on; counts with SEARCH_DATE_TO alone', time),
  SEARCH_DATE_TO: optional('Until this time, included', time),
  SEARCH_AUTHORS: field.idList('user', 'Ids of who wrote them; 0: the system'),
  GROUP_TAG: field.optionalText('TAG or SUB_TAG, as it was sent or as answers show it'),
} as const;

type Search = Values<typeof searchFields>;

/** Nothing but a text is looked for, and hardly that (G21). One that is faulty was given. */
export function isTooWide(search: Possibly<Search>, faulty: ReadonlySet<string>): boolean {
  const { SEARCH_TEXT = '', SEARCH_TYPES = [], SEARCH_AUTHORS = [] } = search;
  const isGiven = (name: keyof Search) => search[name] !== undefined || faulty.has(name);
  const isNarrowed =
    isGiven('SEARCH_TYPE') ||
    isGiven('SEARCH_DATE') ||
    (isGiven('SEARCH_DATE_FROM') && isGiven('SEARCH_DATE_TO')) ||
    SEARCH_TYPES.length + SEARCH_AUTHORS.length > 0 ||
    ['SEARCH_TEXT', 'SEARCH_TYPES', 'SEARCH_AUTHORS'].some((name) => faulty.has(name));
  return !isNarrowed && [...SEARCH_TEXT.trim()].length < SHORTEST;
}

export function toFilter(search: Search): Omit<NotificationFilter, 'userId'> {
  const text = fold(search.SEARCH_TEXT.trim());
  const types = [search.SEARCH_TYPE, ...search.SEARCH_TYPES].filter((type) => type !== undefined);
  return {
    ...(text !== '' && { text }),
    ...(types.length > 0 && { kinds: types.map(toKind) }),
    ...periodOf(search),
    ...(search.SEARCH_AUTHORS?.length && { authorIds: search.SEARCH_AUTHORS }),
    ...(search.GROUP_TAG !== undefined && { tag: parseTag(search.GROUP_TAG) }),
  };
}

function toKind(type: string) {
  const [module = '', ...event] = type.trim().split('|');
  return event.length === 0 ? { module } : { module, event: event.join('|') };
}

/** Where both a day and a pair are given, what lies in both. */
function periodOf({ SEARCH_DATE, SEARCH_DATE_FROM, SEARCH_DATE_TO }: Search): { since?: number; until?: number } {
  const periods = [
    ...(SEARCH_DATE === undefined ? [] : [[SEARCH_DATE, SEARCH_DATE + DAY - 1] as const]),
    ...(SEARCH_DATE_FROM === undefined || SEARCH_DATE_TO === undefined
      ? []
      : [[SEARCH_DATE_FROM, SEARCH_DATE_TO] as const]),
  ];
  if (periods.length === 0) return {};
  return {
    since: Math.max(...periods.map(([since]) => since)),
    until: Math.min(...periods.map(([, until]) => until)),
  };
}
