import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { userOf } from '../bot/access-bot.ts';
import type { Message } from '../message/message.ts';
import { postFromBot } from '../message/post-from-bot.ts';
import type { MessageContent } from '../message/post-message.ts';
import type { CommandView } from './access-command.ts';

/**
 * Answers where the command was called, in whatever chat that is. The right to do so comes from the recorded call and
 * not from knowing the id of a message (R28).
 */
export async function answerCommand(
  work: UnitOfWork,
  { command, bot }: CommandView,
  messageId: number,
  content: MessageContent,
): Promise<Outcome<Message, 'not_invoked'>> {
  const invocation = await work.invocations.findInvocation(messageId, command.id);
  const chat = invocation && (await work.chats.findChat(invocation.chatId));
  return chat ? done(await postFromBot(work, await userOf(work, bot), chat, content)) : refused('not_invoked');
}
