import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { commandHandler } from '../application/bind-handlers.ts';
import type { Bot } from '../bot/bot.ts';
import type { Command, CommandDraft } from './command.ts';

export type NewCommand = Omit<CommandDraft, 'portalId' | 'botId' | 'handlerId'> & { readonly handlerUrl: string };

/** The same name again changes nothing and answers with the command that is there (R14). */
export async function registerCommand(work: UnitOfWork, bot: Bot, draft: NewCommand): Promise<Outcome<Command>> {
  const known = await work.commands.findByName(bot.id, draft.name);
  if (known) return done(known);
  const { handlerUrl, ...command } = draft;
  const handler = await commandHandler(work, bot.applicationId, handlerUrl);
  return done(
    await work.commands.insertCommand(
      { ...command, portalId: bot.portalId, botId: bot.id, handlerId: handler.id },
      work.now,
    ),
  );
}

/** The same without an address of its own: it is called where its bot is told of messages. */
export async function registerCommandOf(
  work: UnitOfWork,
  bot: Bot,
  draft: Omit<NewCommand, 'handlerUrl'>,
): Promise<Outcome<Command>> {
  const bound = bot.generation === 'v1' ? await work.handlers.findBound(bot.applicationId, 'messageAdded') : undefined;
  return registerCommand(work, bot, { ...draft, handlerUrl: bound?.url ?? '' });
}
