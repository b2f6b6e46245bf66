import { batch, call } from '../calls.ts';
import { useChats } from '../stores/chats.ts';
import { dialogOf, type RecentEntry } from '../stores/recent-entry.ts';
import { plainText } from '../text/plain-text.ts';
import type { SearchResult } from './search-result.ts';

/** Chats, the most recent ones, whose messages are searched beside those of the open one; and what is shown of each. */
const CHATS = 20;
const OF_EACH = 5;
const IN_THE_OPEN = 12;
const SHOWN = 20;
/** The portal looks for no fewer characters. */
const SHORTEST = 3;

interface Found {
  readonly id: number;
  readonly text: string;
  readonly authorId: number;
  readonly date: string;
}

/** Messages of the open chat, then those of the others. */
export async function findMessages(phrase: string, openDialog: string | undefined): Promise<SearchResult[]> {
  if (phrase.length < SHORTEST) return [];
  const chats = useChats();
  const open = openDialog === undefined ? undefined : chats.entry(openDialog);
  const others = chats.list.filter((entry) => entry !== open).slice(0, CHATS);
  const [here, elsewhere] = await Promise.all([
    open ? inChat(open, phrase) : [],
    others.length > 0 ? inChats(others, phrase) : [],
  ]);
  return [...here, ...elsewhere];
}

async function inChat(entry: RecentEntry, phrase: string): Promise<SearchResult[]> {
  const found = await call('im.dialog.messages.search', {
    CHAT_ID: entry.chat.chat_id,
    SEARCH_MESSAGE: phrase,
    LIMIT: IN_THE_OPEN,
  });
  return found.messages.map((message) => toResult(entry, message, 'here'));
}

async function inChats(entries: readonly RecentEntry[], phrase: string): Promise<SearchResult[]> {
  const answers = await batch(
    Object.fromEntries(
      entries.map(({ chat }) => [
        `chat${chat.chat_id}`,
        ['im.dialog.messages.search', { CHAT_ID: chat.chat_id, SEARCH_MESSAGE: phrase, LIMIT: OF_EACH }] as [
          'im.dialog.messages.search',
          { CHAT_ID: number; SEARCH_MESSAGE: string; LIMIT: number },
        ],
      ]),
    ),
  );
  return entries
    .flatMap((entry) => {
      const answer = answers[`chat${entry.chat.chat_id}`];
      if (!answer || answer instanceof Error) return [];
      return answer.messages.map((message) => toResult(entry, message, 'messages'));
    })
    .sort((one, other) => String(other.date).localeCompare(String(one.date)))
    .slice(0, SHOWN);
}

function toResult(entry: RecentEntry, message: Found, group: 'here' | 'messages'): SearchResult {
  const { chat } = entry;
  return {
    key: `message ${message.id}`,
    group,
    to: `/chat/${dialogOf(entry)}?m=${message.id}`,
    title: chat.title,
    text: plainText(message.text),
    face:
      message.authorId > 0
        ? { kind: 'user', userId: message.authorId }
        : { kind: 'chat', chatId: chat.chat_id, picture: chat.avatar.url },
    date: message.date,
  };
}
