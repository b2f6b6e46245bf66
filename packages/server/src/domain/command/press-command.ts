import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Bot } from '../bot/bot.ts';
import type { InvocationContext } from '../event.ts';
import type { MessageView } from '../message/access-message.ts';
import type { MessageParams } from '../message/message.ts';
import { storedFacts } from '../message/stored-facts.ts';
import { keyboardHasCommand, menuHasCommand } from '../message-parts/has-command.ts';
import { splitCommand } from '../message-parts/invocation.ts';
import type { User } from '../user/user.ts';
import { callableCommands, invokeCommand } from './invoke-command.ts';

/** A bot's command by its name, or as a button writes it: "echo repeat" (R29). */
export interface Press {
  readonly bot: Bot;
  readonly command: string;
  readonly params: string;
}

/** Calls a command from a message, as a press on one of its buttons does (R30). */
export async function pressCommand(
  work: UnitOfWork,
  person: User,
  { chat, message }: MessageView,
  press: Press,
): Promise<Outcome<true, 'command_not_available'>> {
  const { name, params } = splitCommand(press.command, press.params);
  const command = (await callableCommands(work, person, chat, name)).find(({ botId }) => botId === press.bot.id);
  if (!command) return refused('command_not_available');
  await work.chats.lockChat(chat.id);
  await invokeCommand(
    work,
    person,
    chat,
    command,
    params,
    contextOf(message.params, name),
    await storedFacts(work, chat, message),
  );
  return done(true);
}

/** Where the message carries the command; a press that fits nothing there any more is still one on a button. */
function contextOf({ keyboard, menu }: MessageParams, name: string): InvocationContext {
  return !keyboardHasCommand(keyboard, name) && menuHasCommand(menu, name) ? 'menu' : 'keyboard';
}
