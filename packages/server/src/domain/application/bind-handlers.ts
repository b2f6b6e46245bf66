import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { BotEvent } from '../event.ts';
import type { HandledEvent, Handler } from './application.ts';

/** Handler addresses by event, shared by all bots of an application. */
export type BotHandlers = Partial<Readonly<Record<Exclude<HandledEvent, 'commandInvoked'>, string>>>;

/** Binds each address given, for every bot of the application; an address that has not changed keeps its handler's id. */
export async function bindHandlers(work: UnitOfWork, applicationId: number, handlers: BotHandlers): Promise<void> {
  for (const [event, url] of Object.entries(handlers) as [HandledEvent, string | undefined][]) {
    if (url === undefined) continue;
    const bound = await work.handlers.findBound(applicationId, event);
    if (bound?.url === url) continue;
    await work.handlers.deleteBound(applicationId, event);
    await work.handlers.insertHandler(applicationId, event, url);
  }
}

/** A command has a handler of its own; commands that name the same address share it. */
export async function commandHandler(work: UnitOfWork, applicationId: number, url: string): Promise<Handler> {
  const known = await work.handlers.findExact(applicationId, 'commandInvoked', url);
  return known ?? work.handlers.insertHandler(applicationId, 'commandInvoked', url);
}

/** The handler for an event of a bot of the application. */
export async function handlerOf(work: Reading, applicationId: number, event: BotEvent): Promise<Handler | undefined> {
  if (event.type === 'reactionChanged' || event.type === 'contextGiven') return undefined;
  if (event.type !== 'commandInvoked') return work.handlers.findBound(applicationId, event.type);
  const command = await work.commands.findCommand(event.commandId);
  return command && work.handlers.findHandler(command.handlerId);
}
