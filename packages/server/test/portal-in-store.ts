import { type Application, namedApplication } from '#domain/application/application.ts';
import { type Bot, FIRST_GENERATION } from '#domain/bot/bot.ts';
import { type Chat, type ChatDraft, NO_ENTITY } from '#domain/chat/chat.ts';
import type { Message, MessageDraft } from '#domain/message/message.ts';
import { NEW_USER, type User, type UserDraft } from '#domain/user/user.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** What a store test needs around the one row it is about: references must lead somewhere. */
export interface PortalInStore {
  readonly portalId: number;
  readonly alice: User;
  readonly bob: User;
  readonly application: Application;
  readonly bot: Bot;
  readonly chat: Chat;
}

export async function insertPortal(work: UnitOfWork): Promise<PortalInStore> {
  const portalId = await work.portals.insertPortal({ memberId: 'm'.repeat(32), language: 'en', now: work.now });
  const alice = await work.users.insertUser(person(portalId, 'Alice', { id: 1 }), work.now);
  const bob = await work.users.insertUser(person(portalId, 'Bob', { id: 2 }), work.now);
  const application = await work.applications.insertApplication(
    namedApplication(portalId, 'echo-app', 'token'),
    work.now,
  );
  const bot = await insertBot(work, portalId, application, 'echo');
  const chat = await work.chats.insertChat(group(portalId, alice), work.now);
  return { portalId, alice, bob, application, bot, chat };
}

export async function insertBot(
  work: UnitOfWork,
  portalId: number,
  application: Application,
  code: string,
  more: Partial<Omit<Bot, 'receiverId'>> = {},
): Promise<Bot> {
  const { id } = await work.users.insertUser(person(portalId, code, { isBot: true }), work.now);
  const draft = {
    id,
    portalId,
    applicationId: application.id,
    generation: 'v1' as const,
    code,
    type: 'bot' as const,
    isOpenline: false,
    isHidden: false,
    ...FIRST_GENERATION,
    ...more,
  };
  return work.bots.insertBot(draft, work.now);
}

export function person(portalId: number, name: string, more: Partial<UserDraft> = {}): UserDraft {
  const email = `${name.toLowerCase()}@example.com`;
  return { ...NEW_USER, portalId, name, email, ...more };
}

export function group(portalId: number, owner: User, more: Partial<ChatDraft> = {}): ChatDraft {
  return {
    portalId,
    type: 'group',
    title: 'Team',
    description: '',
    color: '',
    avatar: '',
    ownerId: owner.id,
    entity: NO_ENTITY,
    ...more,
  };
}

export async function insertText(
  work: UnitOfWork,
  chat: Chat,
  author: Pick<User, 'id'>,
  text: string,
  more: Partial<MessageDraft> = {},
): Promise<Message> {
  const last = await work.messages.findLast(chat.id);
  const draft = {
    chatId: chat.id,
    authorId: author.id,
    text,
    isSystem: false,
    uuid: null,
    replyToId: null,
    params: {},
    ...more,
  };
  return work.messages.insertMessage(draft, (last?.seq ?? 0) + 1, work.now);
}

export async function join(work: UnitOfWork, chat: Chat, user: Pick<User, 'id'>, isBot = false): Promise<void> {
  await work.members.insertMember(
    { chatId: chat.id, userId: user.id, isBot, role: 'member', historyAfter: 0 },
    work.now,
  );
}
