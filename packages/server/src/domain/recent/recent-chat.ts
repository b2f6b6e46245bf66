import type { Reading } from '#storage/unit-of-work.ts';
import type { Chat, Member } from '../chat/chat.ts';
import type { Message } from '../message/message.ts';
import type { User } from '../user/user.ts';
import type { RecentPlace, RecentQuery } from './recent-place.ts';

/** A chat in somebody's list of recent ones. */
export interface RecentChat {
  readonly chat: Chat;
  /** Their place in it. */
  readonly member: Member;
  /** Its newest line that they can read. */
  readonly line: Message;
  /** Lines that others wrote and they have not read. */
  readonly unreadCount: number;
  /** Of the line when it was written, or of their marks, whichever is later. */
  readonly changedAt: number;
  /** Whom a private chat is with, themselves in their notes; of a group who wrote the line, undefined for the portal itself. */
  readonly person: User | undefined;
  /** undefined: it is a private chat. */
  readonly group: RecentGroup | undefined;
  /** Somebody else has read the line; only of own ones. */
  readonly isLineRead: boolean;
}

export interface RecentGroup {
  readonly memberCount: number;
  readonly hasGuests: boolean;
  /** Ids of those who silenced it. */
  readonly mutedIds: readonly number[];
  /** Ids of its owner and its managers. */
  readonly runningIds: readonly number[];
}

/** What has to be looked at to know whether a chat is asked for. */
type Looked = Pick<RecentChat, 'chat' | 'member' | 'line' | 'unreadCount' | 'changedAt'>;

/** What is looked up of several places at once. */
export interface PlacesRead {
  /** Their newest lines, by their ids. */
  readonly lines: ReadonlyMap<number, Message>;
  /** Lines that are unread there, by chat; nothing of a chat without any. */
  readonly unread: ReadonlyMap<number, number>;
}

export async function readPlaces(work: Reading, user: User, places: readonly RecentPlace[]): Promise<PlacesRead> {
  const lines = await work.messages.listMessages(places.map(({ newestId }) => newestId));
  const unread = await work.readMarks.countUnreadIn(
    user.id,
    places.map(({ chatId, newestId, lastReadId, historyAfter }) => ({
      chatId,
      newestId,
      readUpTo: Math.max(lastReadId, historyAfter),
    })),
  );
  return { lines: new Map(lines.map((line) => [line.id, line])), unread };
}

/** The chat at a place, if it is asked for; one that was left or taken away meanwhile is not there. */
export async function lookAtPlace(
  work: Reading,
  user: User,
  place: RecentPlace,
  query: RecentQuery,
  { lines, unread }: PlacesRead,
): Promise<Looked | undefined> {
  const line = lines.get(place.newestId) ?? (await newestIn(work, place));
  if (!line) return undefined;
  const changedAt = Math.max(line.createdAt, place.changedAt ?? 0);
  if (!isInTime(line.createdAt, changedAt, query)) return undefined;
  const member = await work.members.findMember(place.chatId, user.id);
  const chat = await work.chats.findChat(place.chatId);
  if (!chat || !member) return undefined;
  const unreadCount = unread.get(chat.id) ?? 0;
  if (query.unreadOnly && unreadCount === 0 && !member.isMarked) return undefined;
  return { chat, member, line, unreadCount, changedAt };
}

/** The rest of what is told of it. */
export async function describeRecent(work: Reading, user: User, looked: Looked): Promise<RecentChat> {
  const { chat, line } = looked;
  const isPrivate = chat.type === 'private';
  return {
    ...looked,
    person: isPrivate ? await otherIn(work, user, chat) : await authorOf(work, line),
    group: isPrivate ? undefined : await groupOf(work, chat),
    isLineRead: line.authorId === user.id && (await work.readMarks.findReader(line)) !== undefined,
  };
}

/** When the newest line there was written. */
export async function writtenAt(work: Reading, place: RecentPlace): Promise<number | undefined> {
  return ((await work.messages.findMessage(place.newestId)) ?? (await newestIn(work, place)))?.createdAt;
}

/** For a place whose newest line has been taken out since it was looked up. */
async function newestIn(work: Reading, { chatId, historyAfter }: RecentPlace): Promise<Message | undefined> {
  return (await work.messages.listNewest(chatId, historyAfter, 1))[0];
}

function isInTime(
  writtenAt: number,
  changedAt: number,
  { before = Number.POSITIVE_INFINITY, activeSince = 0, changedSince = 0 }: RecentQuery,
): boolean {
  return writtenAt < before && writtenAt >= activeSince && changedAt >= changedSince;
}

async function otherIn(work: Reading, user: User, chat: Chat): Promise<User> {
  const other = (await work.members.listOfChat(chat.id)).find(({ userId }) => userId !== user.id);
  return (other && (await work.users.findUser(other.userId))) ?? user;
}

/** A line of the system hides who wrote it. */
async function authorOf(work: Reading, { isSystem, authorId }: Message): Promise<User | undefined> {
  return isSystem || authorId === 0 ? undefined : await work.users.findUser(authorId);
}

async function groupOf(work: Reading, { id }: Chat): Promise<RecentGroup> {
  return {
    memberCount: await work.members.countOf(id),
    hasGuests: (await work.members.findExtranet(id)) !== undefined,
    mutedIds: await work.members.listMutedOf(id),
    runningIds: await work.members.listRunningOf(id),
  };
}
