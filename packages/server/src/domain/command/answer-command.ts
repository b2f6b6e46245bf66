import { done, type Outcome, refused } from '../../kit/outcome.ts';
import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import { userOf } from '../bot/access-bot.ts';
import type { Message } from '../message/message.ts';
import { type MessageContent, postMessage } from '../message/post-message.ts';
import type { CommandView } from './access-command.ts';

/**
 * Answers where the command was called. The right to do so comes from the recorded call and not from knowing the id
 * of a message (R28). A bot that is not in the chat answers as a system line that names it (R27).
 */
export async function answerCommand(
  work: UnitOfWork,
  { command, bot }: CommandView,
  messageId: number,
  content: MessageContent,
): Promise<Outcome<Message, 'not_invoked'>> {
  const invocation = await work.invocations.findInvocation(messageId, command.id);
  const chat = invocation && (await work.chats.findChat(invocation.chatId));
  if (!chat) return refused('not_invoked');
  const author = await userOf(work, bot);
  if (await work.members.findMember(chat.id, bot.id)) return done(await postMessage(work, author, chat, content));
  const text = `[USER=${author.id}]${author.name}[/USER]: ${content.text}`;
  return done(await postMessage(work, author, chat, { ...content, text, isSystem: true }));
}
