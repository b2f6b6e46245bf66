import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { recordEvent } from '../record-event.ts';
import { canSee } from '../user/access-user.ts';
import type { User } from '../user/user.ts';
import { type Chat, NO_ENTITY } from './chat.ts';

/**
 * The private chat of two users, made at their first contact; a bot that is contacted learns of it first (R19). A person's
 * chat with themselves is for notes (R40); a bot has nobody to write them for.
 */
export async function openPrivateChat(
  work: UnitOfWork,
  opener: User,
  otherId: number,
): Promise<Outcome<Chat, 'user_not_found'>> {
  const known = await work.chats.findPrivate(opener.portalId, opener.id, otherId);
  if (known) return done(known);
  const other = await work.users.findUser(otherId);
  if (!other || (other.id === opener.id && other.isBot) || !other.isActive || !(await canSee(work, opener, other)))
    return refused('user_not_found');

  const chat = await work.chats.insertChat(
    {
      portalId: opener.portalId,
      type: 'private',
      title: '',
      description: '',
      color: '',
      avatar: '',
      // As in all documented payloads, the chat with a bot is the bot's, whoever began it.
      ownerId: other.isBot && !opener.isBot ? other.id : opener.id,
      entity: NO_ENTITY,
    },
    work.now,
    [opener.id, other.id],
  );
  for (const user of opener.id === other.id ? [opener] : [opener, other]) {
    await work.members.insertMember(
      { chatId: chat.id, userId: user.id, isBot: user.isBot, role: 'member', historyAfter: 0 },
      work.now,
    );
  }
  const bot = other.isBot && (await work.bots.findBot(other.id));
  if (bot) {
    await recordEvent(work, bot, chat.id, {
      type: 'botJoinedChat',
      userId: opener.id,
      chatId: chat.id,
      chatType: 'private',
      seesHistory: true,
    });
  }
  return done(chat);
}
