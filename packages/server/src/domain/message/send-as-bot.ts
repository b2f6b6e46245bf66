import type { Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { userOf } from '../bot/access-bot.ts';
import type { Bot } from '../bot/bot.ts';
import type { Dialog } from '../chat/dialog.ts';
import type { Message } from './message.ts';
import type { MessageContent } from './post-message.ts';
import { sendBetween } from './send-between.ts';
import { type SendRefusal, sendMessage } from './send-message.ts';

/** A dialog of the bot's own, or the private chat of two users. */
export type BotDestination = Dialog | { readonly kind: 'pair'; readonly fromId: number; readonly toId: number };

export async function sendAsBot(
  work: UnitOfWork,
  bot: Bot,
  to: BotDestination,
  content: MessageContent,
): Promise<Outcome<Message, SendRefusal>> {
  const author = await userOf(work, bot);
  return to.kind === 'pair'
    ? sendBetween(work, author, to.fromId, to.toId, content)
    : sendMessage(work, author, to, content);
}
