import { done, type Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessChat, type ChatRefusal } from '../chat/access-chat.ts';
import type { Member } from '../chat/chat.ts';
import { withoutGoneButtons } from '../chat-app/gone-buttons.ts';
import type { User } from '../user/user.ts';
import { lineFrom } from './lines-by-time.ts';
import type { Message } from './message.ts';
import { isFoundBy, stretchOf } from './message-words.ts';
import { type History, historyOf } from './read-history.ts';

/** What is looked for among the lines of a chat. */
export interface MessageSearch {
  /** Folded beginnings of words, all of which a message has; undefined: any message. */
  readonly words: readonly string[] | undefined;
  /** Ids lie between these two. */
  readonly after: number;
  readonly before: number;
  /** When the messages were written, in milliseconds, both moments included. */
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly oldestFirst: boolean;
  readonly limit: number;
}

export interface FoundMessages extends History {
  /** What the messages reply to, where that is not among them. */
  readonly quoted: readonly Message[];
  /** Members who have read one of them or a later line, and up to which. */
  readonly readers: readonly Pick<Member, 'userId' | 'lastReadId'>[];
}

/** The words of lines that are looked for are not kept yet: see indexLines. */
export const NOT_INDEXED: unique symbol = Symbol('not indexed');

type Unready = typeof NOT_INDEXED | typeof GOES_ON;

/** Lines that nobody has indexed yet are read themselves, if there are no more of them than this. */
const FEW = { lines: 64, characters: 16_000 };
/** It has taken as long as one turn may: the same search goes on from its progress. */
export const GOES_ON: unique symbol = Symbol('goes on');

/** How far a search has come. */
export interface SearchProgress {
  hits?: { readonly ids: readonly number[]; readonly stretches: readonly number[] } | undefined;
}

/**
 * Stretches of lines in one query and in one turn. The database puts the lines of all words that begin so together before it
 * gives the first one. Those are many of short beginnings, and of several words nobody knows: of one word alone a query that
 * does not fill the page has shown that they were few.
 */
const STRETCHES = {
  ofOneWord: { inQuery: 4, inTurn: 16 },
  ofSeveral: { inQuery: 1, inTurn: 2 },
  ofShortOnes: { inQuery: 1, inTurn: 1 },
};
const SHORT = 2;

/** Messages of a chat that the viewer may read. */
export async function searchMessages(
  work: Reading,
  viewer: User,
  chatId: number,
  search: MessageSearch,
  progress: SearchProgress = {},
): Promise<Outcome<FoundMessages | Unready, ChatRefusal>> {
  const view = await accessChat(work, viewer, chatId);
  if (!view.ok) return view;
  const { chat, member } = view.value;
  const bounds = await boundsOf(work, chatId, search, member?.historyAfter ?? 0);
  const found = await find(work, chatId, { ...search, ...bounds }, progress);
  if (found === NOT_INDEXED || found === GOES_ON) return done(found);
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = search;
  const messages = found.filter(({ createdAt }) => createdAt >= from && createdAt <= until);
  const likes = await work.reactions.listOfMessages(messages.map(({ id }) => id));
  const history = await historyOf(work, viewer, view.value, messages, likes);
  const known = new Set(messages.map(({ id }) => id));
  const quotedIds = messages.flatMap(({ replyToId }) =>
    replyToId === null || known.has(replyToId) ? [] : [replyToId],
  );
  const quoted = (await work.messages.listMessages([...new Set(quotedIds)])).filter(
    (one) => one.chatId === chat.id && one.id > (member?.historyAfter ?? 0),
  );
  const shown = [...messages, ...quoted].map(({ id }) => id);
  const readers = shown.length === 0 ? [] : await work.readMarks.listReaders(chat.id, Math.min(...shown));
  return done({ ...history, quoted: await withoutGoneButtons(work, quoted), readers });
}

/** Between which ids the lines lie that the viewer may see and that were written in time. */
async function boundsOf(
  work: Reading,
  chatId: number,
  { after, before, from, until }: MessageSearch,
  historyAfter: number,
): Promise<{ readonly after: number; readonly before: number }> {
  const first = from === undefined ? undefined : await lineFrom(work, chatId, from);
  const behind = until === undefined ? undefined : await lineFrom(work, chatId, until + 1);
  return {
    after: Math.max(after, historyAfter, (first ?? 0) - 1),
    before: Math.min(before, behind ?? Number.MAX_SAFE_INTEGER),
  };
}

async function find(
  work: Reading,
  chatId: number,
  search: MessageSearch,
  progress: SearchProgress,
): Promise<Message[] | Unready> {
  const { words, oldestFirst } = search;
  if (!words) return work.messages.listBetween(chatId, search);
  if (words.length === 0) return [];
  const ids = await findIds(work, chatId, words, search, progress);
  if (ids === NOT_INDEXED || ids === GOES_ON) return ids;
  const messages = await work.messages.listMessages(ids);
  return oldestFirst ? messages : messages.reverse();
}

/** Lines whose words are kept, and those that came since. */
async function findIds(
  work: Reading,
  chatId: number,
  words: readonly string[],
  search: MessageSearch,
  progress: SearchProgress,
): Promise<readonly number[] | Unready> {
  const { after, before, oldestFirst, limit } = search;
  const { fromId, upToId } = (await work.messageWords.findIndex(chatId)) ?? { fromId: 1, upToId: 0 };
  const latest = { after: Math.max(after, upToId), before, limit: FEW.lines + 1, oldestFirst };
  const came = await work.messages.listTexts(chatId, latest);
  const characters = came.reduce((sum, { text }) => sum + text.length, 0);
  if (came.length > FEW.lines || characters > FEW.characters) return NOT_INDEXED;
  const recent = came.filter(({ text }) => isFoundBy(text, words)).map(({ id }) => id);
  if (!oldestFirst && recent.length >= limit) return recent.slice(0, limit);
  // Where the oldest come first, and where there are too few among the newest, those that are not indexed count.
  const isWhole = fromId <= after + 1 || (await isFirst(work, chatId, after, fromId));
  if (!isWhole && oldestFirst) return NOT_INDEXED;
  const inIndex = { after: Math.max(after, fromId - 1), before: Math.min(before, upToId + 1) };
  const wanted = oldestFirst ? limit : limit - recent.length;
  const kept = await listHits(work, chatId, words, { ...search, ...inIndex, limit: wanted }, progress);
  if (kept === GOES_ON) return kept;
  progress.hits = undefined;
  if (kept.length < wanted && !isWhole) return NOT_INDEXED;
  return (oldestFirst ? [...kept, ...recent] : [...recent, ...kept]).slice(0, limit);
}

/** Whether there is no line between the two. */
async function isFirst(work: Reading, chatId: number, after: number, fromId: number): Promise<boolean> {
  const line = await work.messages.findLineAfter(chatId, after);
  return line === undefined || line.id >= fromId;
}

async function listHits(
  work: Reading,
  chatId: number,
  words: readonly string[],
  { after, before, oldestFirst, limit }: MessageSearch,
  progress: SearchProgress,
): Promise<number[] | typeof GOES_ON> {
  const known = progress.hits ?? {
    ids: [],
    stretches: await stretchesOf(work, chatId, { after, before, oldestFirst }),
  };
  const found = [...known.ids];
  let left = known.stretches;
  const { inQuery, inTurn } = stretchesAtOnce(words);
  let turn = inTurn;
  // Of a common word the first stretch has enough.
  let count = progress.hits ? inQuery : 1;
  while (turn > 0 && left.length > 0 && found.length < limit) {
    const stretches = left.slice(0, Math.min(count, turn));
    const asked = { chatId, words, stretches, after, before, oldestFirst, limit: limit - found.length };
    for (const id of await work.messageWords.listHits(asked)) found.push(id);
    left = left.slice(stretches.length);
    turn -= stretches.length;
    count = inQuery;
  }
  if (left.length === 0 || found.length >= limit) return found.slice(0, limit);
  progress.hits = { ids: found, stretches: left };
  return GOES_ON;
}

function stretchesAtOnce(words: readonly string[]): { readonly inQuery: number; readonly inTurn: number } {
  if (words.some((word) => word.length <= SHORT)) return STRETCHES.ofShortOnes;
  return words.length === 1 ? STRETCHES.ofOneWord : STRETCHES.ofSeveral;
}

/** Those between two ids, in the order in which they are looked through. */
async function stretchesOf(
  work: Reading,
  chatId: number,
  { after, before, oldestFirst }: Pick<MessageSearch, 'after' | 'before' | 'oldestFirst'>,
): Promise<number[]> {
  const oldest = await work.messages.findLineAfter(chatId, after);
  const newest = await work.messages.findLineUpTo(chatId, before - 1);
  if (!oldest || !newest || oldest.id > newest.id) return [];
  const first = stretchOf(oldest);
  const all = Array.from({ length: stretchOf(newest) - first + 1 }, (_, index) => first + index);
  return oldestFirst ? all : all.reverse();
}
