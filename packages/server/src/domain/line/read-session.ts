import type { Reading } from '#storage/unit-of-work.ts';
import type { Member } from '../chat/chat.ts';
import type { Message } from '../message/message.ts';
import type { User } from '../user/user.ts';
import type { LineView } from './access-session.ts';

/** Messages of a conversation that are told, the newest ones. */
const MOST = 500;

export interface SessionHistory {
  /** Newest first. */
  readonly messages: readonly Message[];
  readonly members: readonly Member[];
  /** Whoever wrote or is in the chat, but for the visitor. */
  readonly users: readonly User[];
}

/** What was written between the beginning of a conversation and that of the next one. */
export async function readSession(work: Reading, { chat, session }: LineView): Promise<SessionHistory> {
  const next = await work.lineSessions.findNext(session);
  const before = next ? next.beginsAfter + 1 : Number.MAX_SAFE_INTEGER;
  const asked = { after: session.beginsAfter, before, limit: MOST, oldestFirst: false };
  const messages = await work.messages.listBetween(chat.id, asked);
  const members = await work.members.listOfChat(chat.id);
  const ids = new Set([...members.map(({ userId }) => userId), ...messages.map(({ authorId }) => authorId)]);
  const users = await work.users.findUsers([...ids].filter((id) => id > 0 && id !== session.visitorId));
  return { messages, members, users };
}
