import { type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { pressCommand } from '../command/press-command.ts';
import { accessAsMember } from '../message/access-message.ts';
import { commandButton } from '../message-parts/command-button.ts';
import type { Visit } from './write-as-visitor.ts';

/** Presses the button at that place under a message of the visitor's chat, if it calls a command of a bot that is for guests. */
export async function pressAsVisitor(
  work: UnitOfWork,
  { user, chat }: Visit,
  messageId: number,
  place: number,
): Promise<Outcome<true, 'button_gone' | 'command_not_available'>> {
  const view = await accessAsMember(work, user, messageId);
  if (!view.ok || view.value.chat.id !== chat.id) return refused('button_gone');
  const { authorId, params } = view.value.message;
  const button = params.keyboard && commandButton(params.keyboard, place);
  if (!button) return refused('button_gone');
  const bot = await work.bots.findBot(button.botId ?? authorId);
  if (!bot) return refused('command_not_available');
  return pressCommand(work, user, view.value, { bot, command: button.command, params: button.params });
}
