import { bindHandlers } from '#domain/application/bind-handlers.ts';
import type { BotEvent } from '#domain/event.ts';
import { outbox } from '#storage/stores/outbox.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { TestStore } from './databases.ts';

/** What waits to be told to a bot, in the order it happened. */
export async function pendingEvents(test: TestStore, botId: number): Promise<BotEvent[]> {
  const { receiverId } = (await test.store().read((work) => work.bots.findBotEver(botId))) ?? { receiverId: 0 };
  const pending = await test.store().readWith((session) => outbox(session).listPending(receiverId, 0, 100));
  return pending.map(({ event }) => event as BotEvent);
}

/** Makes an application follow changed and deleted messages. */
export function followChanges(work: UnitOfWork, applicationId: number): Promise<void> {
  return bindHandlers(work, applicationId, {
    messageChanged: 'http://127.0.0.1:9/changed',
    messageDeleted: 'http://127.0.0.1:9/deleted',
  });
}
