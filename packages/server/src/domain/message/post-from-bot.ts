import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { fullName, type User } from '../user/user.ts';
import type { Message } from './message.ts';
import type { MessageContent } from './post-message.ts';
import { postWithFiles } from './post-with-files.ts';

/** Posts what a bot says. In a chat that it is not in, it speaks as a line of the system that names it (R27). */
export async function postFromBot(work: UnitOfWork, bot: User, chat: Chat, content: MessageContent): Promise<Message> {
  if (await work.members.findMember(chat.id, bot.id)) return postWithFiles(work, bot, chat, content);
  return postWithFiles(work, bot, chat, { ...content, text: outsideLine(bot, content.text), isSystem: true });
}

/** Without the name, a line of the system could pretend to come from anybody. */
export function outsideLine(bot: User, text: string): string {
  return `[USER=${bot.id}]${fullName(bot)}[/USER]: ${text}`;
}
