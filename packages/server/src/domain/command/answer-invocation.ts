import { type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { userOf } from '../bot/access-bot.ts';
import type { Dialog } from '../chat/dialog.ts';
import type { Message } from '../message/message.ts';
import type { MessageContent } from '../message/post-message.ts';
import type { CommandView } from './access-command.ts';
import { answerCommand } from './answer-command.ts';

/** What is answered: the message that called the command, and in which dialog of the bot it did. */
export interface Invoked {
  readonly messageId: number;
  readonly dialog: Dialog;
}

/** Answers a call that was recorded, for those who name the dialog as well (V44). */
export async function answerInvocation(
  work: UnitOfWork,
  view: CommandView,
  { messageId, dialog }: Invoked,
  content: MessageContent,
): Promise<Outcome<Message, 'not_invoked'>> {
  const { id: botId, portalId } = await userOf(work, view.bot);
  const invocation = await work.invocations.findInvocation(messageId, view.command.id);
  const named =
    dialog.kind === 'chat' ? dialog.chatId : (await work.chats.findPrivate(portalId, botId, dialog.userId))?.id;
  if (invocation?.chatId !== named || named === undefined) return refused('not_invoked');
  return answerCommand(work, view, messageId, content);
}
