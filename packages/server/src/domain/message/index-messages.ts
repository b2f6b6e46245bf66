import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { IndexedLine } from './message-words.ts';

/** What one unit indexes: lines, and characters of them. Everybody else's writes wait for so long. */
const LINES = 100;
const CHARACTERS = 16_000;

/**
 * Keeps the words of some more lines of a chat: of those that came since, else of older ones, the newest of these first.
 * Answers whether there are more.
 */
export async function indexLines(work: UnitOfWork, chatId: number): Promise<boolean> {
  // Until the unit ends nobody changes a line: what is read here is what it says.
  await work.chats.lockChat(chatId);
  const newest = await work.messages.findLast(chatId);
  if (!newest || !(await work.chats.findChat(chatId))) return false;
  const known = await work.messageWords.findIndex(chatId);
  const { fromId, upToId } = known ?? { fromId: newest.id + 1, upToId: newest.id };
  const came = { after: upToId, before: newest.id + 1, limit: LINES, oldestFirst: true };
  const older = { after: 0, before: fromId, limit: LINES, oldestFirst: false };
  const isBehind = newest.id > upToId;
  const read = await work.messages.listTexts(chatId, isBehind ? came : older);
  const lines = upTo(CHARACTERS, read);
  await work.messageWords.insertWords(chatId, lines);
  const lastId = lines.at(-1)?.id;
  if (isBehind) {
    await work.messageWords.updateIndex(chatId, { fromId, upToId: lastId ?? newest.id });
    return true;
  }
  const isWhole = lines.length === read.length && read.length < LINES;
  // From 0: nothing older is looked for any more.
  await work.messageWords.updateIndex(chatId, { fromId: isWhole ? 0 : (lastId ?? 0), upToId });
  return !isWhole;
}

/** The first of them that have no more characters than that together; one at least. */
function upTo(characters: number, lines: readonly IndexedLine[]): readonly IndexedLine[] {
  let left = characters;
  const end = lines.findIndex(({ text }, index) => {
    left -= text.length;
    return index > 0 && left < 0;
  });
  return end === -1 ? lines : lines.slice(0, end);
}
