import { Command } from 'commander';
import { chatListCommand } from './chat-list.ts';
import { chatNewCommand } from './chat-new.ts';
import { chatRemoveCommand } from './chat-remove.ts';
import { chatShowCommand } from './chat-show.ts';

/** Chats of people. */
export function chatCommand(): Command {
  return new Command('chat')
    .description('Chats of people: list, show, new, remove')
    .helpCommand(false)
    .addCommand(chatListCommand())
    .addCommand(chatShowCommand())
    .addCommand(chatNewCommand())
    .addCommand(chatRemoveCommand());
}
