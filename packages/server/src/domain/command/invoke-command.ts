import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { InvocationContext, MessageFacts } from '../event.ts';
import { parseInvocations } from '../message-parts/invocation.ts';
import { recordEvent } from '../record-event.ts';
import type { User } from '../user/user.ts';
import type { Command } from './command.ts';

/** Commands that `person` may call by that name in the chat; what is not for extranet people is no command to them (R27). */
export async function callableCommands(
  work: Reading,
  person: User,
  chat: Chat,
  name: string,
): Promise<readonly Command[]> {
  const commands = await work.commands.listCallableByName(chat.portalId, chat.id, name);
  return person.isExtranet ? commands.filter((command) => command.isExtranet) : commands;
}

const NOBODY: ReadonlySet<number> = new Set();

/** Calls in one message, at most: a text of nothing but slashes is no reason to flood a bot. */
const CALL_LIMIT = 50;

/** Each command typed in a text, in its order; answers which bots were called. */
export async function invokeTypedCommands(
  work: UnitOfWork,
  person: User,
  chat: Chat,
  text: string,
  message: MessageFacts,
): Promise<ReadonlySet<number>> {
  if (!text.includes('/')) return NOBODY;
  const called = new Set<number>();
  const known = new Map<string, readonly Command[]>();
  for (const { name, params } of parseInvocations(text).slice(0, CALL_LIMIT)) {
    const key = name.toLowerCase();
    const commands = known.get(key) ?? (await callableCommands(work, person, chat, name));
    known.set(key, commands);
    for (const command of commands) {
      await invokeCommand(work, person, chat, command, params, 'textarea', message);
      called.add(command.botId);
    }
  }
  return called;
}

/** Tells the bot, and remembers that it was called: the right to answer comes from that alone (R28). */
export async function invokeCommand(
  work: UnitOfWork,
  person: User,
  chat: Chat,
  command: Command,
  params: string,
  context: InvocationContext,
  message: MessageFacts,
): Promise<void> {
  const { id: commandId, botId, name } = command;
  await work.invocations.insertInvocation(
    { messageId: message.id, commandId, botId, chatId: chat.id, userId: person.id },
    work.now,
  );
  const bot = await work.bots.findBot(botId);
  if (!bot) return;
  await recordEvent(work, bot, chat.id, {
    type: 'commandInvoked',
    userId: person.id,
    commandId,
    command: name,
    params,
    context,
    message,
  });
}
