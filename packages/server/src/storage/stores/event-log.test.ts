import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import { outbox } from './outbox.ts';

onEachDatabase('the event log', ({ store, write }) => {
  it('keeps what a bot is to be told, word for word and in the order it happened', async () => {
    const { bot, chat } = await write(insertPortal);
    const event = { type: 'botJoinedChat', userId: 1, chatId: chat.id, chatType: 'group', seesHistory: false } as const;
    const ids = await write(async (work) => [
      await work.events.insertEvent(bot.receiverId, chat.id, event, work.now),
      await work.events.insertEvent(bot.receiverId, chat.id, { ...event, userId: 2 }, work.now),
    ]);
    const pending = await store().readWith((session) => outbox(session).listPending(bot.receiverId, 0, 10));
    expect(pending.map(({ id }) => id)).toEqual(ids);
    expect(pending.map((one) => one.event)).toEqual([event, { ...event, userId: 2 }]);
  });

  it('drops what still waits for a bot, and leaves alone what waits for another', async () => {
    const { bot, chat } = await write(insertPortal);
    const event = { type: 'botDeleted', userId: 1, code: 'echo' } as const;
    await write(async (work) => {
      await work.events.insertEvent(bot.receiverId, chat.id, event, work.now);
      await work.events.insertEvent(bot.receiverId + 1, chat.id, event, work.now);
    });
    await write((work) => work.events.updateDropped(bot.receiverId, undefined, 10, work.now));
    expect(await store().readWith((session) => outbox(session).countByState())).toMatchObject({
      pending: 1,
      dropped: 1,
    });
  });
});
