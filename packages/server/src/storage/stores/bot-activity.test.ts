import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from '#domain/message/message.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertBot, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';

/** Lines in a chat, some by the bot and some by others, in runs. */
const runs = fc.array(fc.record({ isByBot: fc.boolean(), lines: fc.integer({ min: 1, max: 40 }) }), { maxLength: 6 });

onEachDatabase('what a bot has to do', ({ store, write }) => {
  it('is what it wrote in the chats that it is in, those chats, and the people in them', async () => {
    const { portalId, application, alice, bob } = await write(insertPortal);
    let bots = 0;
    await fc.assert(
      fc.asyncProperty(runs, runs, fc.integer({ min: 0, max: 3 }), async (here, there, takenOut) => {
        bots += 1;
        const { bot, messages } = await write(async (work) => {
          const bot = await insertBot(work, portalId, application, `bot${bots}`);
          const newChat = () => work.chats.insertChat(group(portalId, alice), work.now);
          const [one, other, left] = [await newChat(), await newChat(), await newChat()];
          for (const chat of [one, other]) for (const user of [alice, bob]) await join(work, chat, user);
          for (const chat of [one, other]) await join(work, chat, bot, true);
          const own: Message[] = [];
          for (const [chat, said] of [
            [one, here],
            [other, there],
            [left, here],
          ] as const)
            for (const { isByBot, lines } of said)
              for (let n = 0; n < lines; n += 1) {
                const line = await insertText(work, chat, isByBot ? bot : alice, '');
                if (isByBot && chat !== left) own.push(line);
              }
          for (const line of own.splice(0, takenOut)) await work.messages.deleteMessage(line);
          return { bot, messages: own.length };
        });
        await store().read(async (work) => {
          expect(await work.bots.getActivity(bot.id, work.now)).toEqual({ messages, chats: 2, people: 2 });
        });
      }),
      { numRuns: 12 },
    );
  });

  it('may be told as it was a while ago, and is counted anew when that is too long', async () => {
    const { bot, chat } = await write(insertPortal);
    await write((work) => join(work, chat, bot, true));
    const counted = (since: number) =>
      store().read((work) => work.bots.getActivity(bot.id, work.now, work.now - since));
    expect((await counted(0)).messages).toBe(0);
    await write((work) => insertText(work, chat, bot, 'Hello'));
    // Each connection of PostgreSQL has counted for itself.
    expect([0, 1]).toContain((await counted(60_000)).messages);
    expect((await counted(0)).messages).toBe(1);
    expect((await counted(60_000)).messages).toBe(1);
  });
});
