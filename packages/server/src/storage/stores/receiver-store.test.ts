import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the receivers', ({ store, write }) => {
  it('are made at their first use and the same from then on', async () => {
    const { portalId, application, bot } = await write(insertPortal);
    const draft = { portalId, kind: 'application', ref: application.id, address: 'https://app.example/' } as const;
    const made = await write((work) => work.receivers.insertReceiver(draft));
    expect(made.id).not.toBe(bot.receiverId);
    expect(await write((work) => work.receivers.insertReceiver(draft))).toEqual(made);
    expect(await store().read((work) => work.receivers.findReceiver(made.id))).toEqual(made);
  });

  it('are as many as an application has addresses', async () => {
    const { portalId, application } = await write(insertPortal);
    const at = (address: string) =>
      write((work) => work.receivers.insertReceiver({ portalId, kind: 'application', ref: application.id, address }));
    expect((await at('https://one.example/')).id).not.toBe((await at('https://two.example/')).id);
  });

  it('have one for each bot, by which it is found', async () => {
    const { bot, portalId } = await write(insertPortal);
    await store().read(async (work) => {
      expect(await work.receivers.findReceiver(bot.receiverId)).toMatchObject({ portalId, kind: 'bot', ref: bot.id });
      expect(await work.bots.findByReceiver(bot.receiverId)).toEqual(bot);
    });
    await write((work) => work.bots.updateDeleted(bot.id, work.now));
    await store().read(async (work) => {
      expect(await work.bots.findByReceiver(bot.receiverId)).toBeUndefined();
      expect(await work.bots.findEverByReceiver(bot.receiverId)).toEqual(bot);
    });
  });
});
