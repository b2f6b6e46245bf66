import { done, type Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessChat, type ChatRefusal } from '../chat/access-chat.ts';
import type { Member } from '../chat/chat.ts';
import { withoutGoneButtons } from '../chat-app/gone-buttons.ts';
import type { User } from '../user/user.ts';
import { lineFrom } from './lines-by-time.ts';
import type { Message } from './message.ts';
import { isFoundBy } from './message-words.ts';
import { type History, historyOf } from './read-history.ts';
import { GOES_ON, listHits, type SearchProgress } from './search-hits.ts';

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
