import { lenient, optional, readBy } from '#api/kernel/definition/field.ts';
import type { Kept } from '#api/kernel/definition/unfinished.ts';
import { toObject, toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { SearchProgress } from '#domain/message/search-hits.ts';
import type { MessageSearch } from '#domain/message/search-messages.ts';
import { lengthOf, wordsOfPhrase } from '#domain/search/phrase.ts';
import { TEXT_LENGTH } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { parseTime } from '../basic/time.ts';
import { wire } from '../basic/wire.ts';
import { chatId } from '../chat/ids.ts';
import { sortMap } from '../list/params.ts';

/** Characters of a text that is not looked for (G35). */
const IGNORED = 2;
const DAY = 24 * 60 * 60_000;

const moment = (description: string) =>
  optional(
    description,
    readBy(wire.moment, (raw) => parseTime(toText(raw) ?? '')),
  );

export const searchParams = {
  CHAT_ID: chatId,
  SEARCH_MESSAGE: field.text(
    `Beginnings of words, all of which a message has; up to ${IGNORED} characters: any`,
    TEXT_LENGTH,
  ),
  DATE_FROM: moment('Messages from that moment on'),
  DATE_TO: moment('Messages up to that moment'),
  DATE: moment('Messages of 24 hours from that moment on'),
  ORDER: lenient('ID: DESC for the newest first, ASC for the oldest', sortMap, (raw) =>
    /^asc$/i.test(toText(sentAs('ID', toObject(raw) ?? {})) ?? '') ? 'ASC' : 'DESC',
  ),
  LIMIT: field.count('How many messages at most', { fallback: 50, most: 200 }),
  LAST_ID: field.cursor('Only messages behind that one, in the order that is asked for; 0: from the first'),
} as const;

interface Asked {
  readonly SEARCH_MESSAGE: string;
  readonly DATE_FROM: number | undefined;
  readonly DATE_TO: number | undefined;
  readonly DATE: number | undefined;
  readonly ORDER: 'ASC' | 'DESC';
  readonly LIMIT: number;
  readonly LAST_ID: number | undefined;
}

export function toSearch({ SEARCH_MESSAGE, DATE_FROM, DATE_TO, DATE, ORDER, LIMIT, LAST_ID }: Asked): MessageSearch {
  const oldestFirst = ORDER === 'ASC';
  const dayEnd = DATE === undefined ? undefined : DATE + DAY - 1;
  return {
    words: lengthOf(SEARCH_MESSAGE) > IGNORED ? wordsOfPhrase(SEARCH_MESSAGE) : undefined,
    after: (oldestFirst && LAST_ID) || 0,
    before: (!oldestFirst && LAST_ID) || Number.MAX_SAFE_INTEGER,
    from: later(DATE_FROM, DATE),
    until: earlier(DATE_TO, dayEnd),
    oldestFirst,
    limit: LIMIT,
  };
}

/** How far a search has come that takes several turns. */
export function progressIn(kept: Kept = {}): SearchProgress {
  const progress = (kept.found ?? {}) as SearchProgress;
  kept.found = progress;
  return progress;
}

function later(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
