import { addMember } from '#domain/chat/add-member.ts';
import type { Role } from '#domain/chat/chat.ts';
import { type Answer, CLIENT_ID, type Person, type World } from '../world.ts';

/*
 * Chats to act on, and how they look afterwards.
 */

/** One dot. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The same as if it had that many on each side, as its head says. */
export function pictureOf(side: number): string {
  const bytes = Buffer.from(PICTURE, 'base64');
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  return bytes.toString('base64');
}

/** The chat of a record of the company's customers, which gives it its looks. */
export const RECORD = { ENTITY_TYPE: 'CRM', ENTITY_ID: 'DEAL|7' } as const;

/** A chat that runs itself: nobody is added to it or taken out of it by hand. */
export const WORKGROUP = { ENTITY_TYPE: 'SONET_GROUP', ENTITY_ID: '7' } as const;

/** A chat that belongs to a bot of the tests' own application. */
export function botChat(world: World, botId: number, more: Record<string, unknown> = {}): Promise<number> {
  return world.alice.ok('imbot.chat.add', { BOT_ID: botId, CLIENT_ID, ...more });
}

export function chatSeenBy(person: Person, chatId: number): Promise<Answer['body']> {
  return person.ok('im.dialog.get', { DIALOG_ID: `chat${chatId}` });
}

export function membersSeenBy(person: Person, chatId: number): Promise<number[]> {
  return person.ok('im.chat.user.list', { CHAT_ID: chatId });
}

/** The private chat of Alice and a bot. */
export async function privateChatWith(world: World, botId: number): Promise<number> {
  await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'Hello' });
  return (await world.alice.ok('im.dialog.get', { DIALOG_ID: String(botId) })).id;
}

/** Somebody has read a chat to its end. */
export async function readAll(world: World, chatId: number, userId: number): Promise<void> {
  await world.app.store.write(async (work) => {
    const last = await work.messages.findLast(chatId);
    await work.readMarks.updateLastRead(chatId, userId, last?.id ?? 0, work.now);
  });
}

/** Who was seen typing, and where, while `act` was done. */
export async function typingDuring(
  world: World,
  act: () => Promise<unknown>,
): Promise<{ chatId: number; userId: number }[]> {
  const seen: { chatId: number; userId: number }[] = [];
  const end = world.app.hub.subscribe((happening) => {
    if (happening.kind !== 'change' || happening.change.type !== 'typing') return;
    seen.push({ chatId: happening.change.chatId, userId: happening.change.userId });
  });
  await act();
  await world.settled();
  end();
  return seen;
}

/** Puts somebody into the group chat of Alice and Bob. */
export async function joinGroup(world: World, userId: number, role: Role = 'member'): Promise<void> {
  await world.app.store.write(async (work) => {
    const [chat, user] = [await work.chats.findChat(world.groupChatId), await work.users.findUser(userId)];
    if (!chat || !user) throw new Error(`There is no user ${userId} to put into a chat`);
    await addMember(work, chat, user, role, 0);
  });
}

/** A message as `reader` sees it; undefined when it is not there for them. */
export async function messageSeenBy(reader: Person, dialogId: number | string, id: number): Promise<Answer['body']> {
  const { messages } = await reader.ok('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: 50 });
  return messages.find((message: { id: number }) => message.id === id);
}
