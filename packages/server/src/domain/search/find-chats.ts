import type { Reading } from '#storage/unit-of-work.ts';
import { accessChat, type ChatView } from '../chat/access-chat.ts';
import type { User } from '../user/user.ts';
import { onPage, type PageAsked } from './name-search.ts';
import { wordsOfPhrase } from './phrase.ts';

export interface FoundChats {
  /** The newest first. */
  readonly chats: readonly ChatView[];
  /** How many there are in all. */
  readonly total: number;
}

export interface ChatsAsked extends PageAsked {
  readonly phrase: string;
  /** Chats of open channels alone; else none of them. */
  readonly ofLines: boolean;
}

/** A word that more people are called by says nothing of a chat: it is looked for in titles alone. */
const MOST_NAMED = 500;

/** Groups that the viewer may look into, with words of the title or of members' names that begin as those of the phrase do (G45). */
export async function findChats(work: Reading, viewer: User, asked: ChatsAsked): Promise<FoundChats> {
  const words = [];
  for (const word of wordsOfPhrase(asked.phrase)) {
    const userIds = await work.names.listNamed(viewer.portalId, word, MOST_NAMED + 1);
    words.push({ word, userIds: userIds.length > MOST_NAMED ? [] : userIds });
  }
  if (words.length === 0) return { chats: [], total: 0 };
  const ids = await work.names.listChats({
    portalId: viewer.portalId,
    viewerId: viewer.id,
    words,
    openOnes: !viewer.isExtranet,
    ofLines: asked.ofLines,
  });
  const chats: ChatView[] = [];
  for (const id of onPage(ids, asked)) {
    const view = await accessChat(work, viewer, id);
    if (view.ok) chats.push(view.value);
  }
  return { chats, total: ids.length };
}
