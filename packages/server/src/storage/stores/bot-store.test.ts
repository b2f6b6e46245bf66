import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertBot, insertPortal, join } from '../../../test/portal-in-store.ts';
import { StoreRefused } from '../session.ts';

onEachDatabase('the bot store', ({ store, write }) => {
  it('gives a bot back as it was registered', async () => {
    const { portalId, bot } = await write(insertPortal);
    await store().read(async (work) => {
      expect(await work.bots.findBot(bot.id)).toEqual(bot);
      expect(await work.bots.findByCode(portalId, 'echo')).toEqual(bot);
      expect(await work.bots.findByCode(portalId + 1, 'echo')).toBeUndefined();
    });
  });

  it('lists the bots of an application in the order of their registration', async () => {
    const { portalId, application, bot } = await write(insertPortal);
    const second = await write((work) => insertBot(work, portalId, application, 'another'));
    expect(await store().read((work) => work.bots.listOfApplication(application.id))).toEqual([bot, second]);
  });

  it('keeps a deleted bot for its last event only, and frees its code', async () => {
    const { portalId, application, bot } = await write(insertPortal);
    await write((work) => work.bots.updateDeleted(bot.id, work.now));
    const next = await write((work) => insertBot(work, portalId, application, 'echo'));
    await store().read(async (work) => {
      expect(await work.bots.findBot(bot.id)).toBeUndefined();
      expect(await work.bots.findBotEver(bot.id)).toEqual(bot);
      expect(await work.bots.listOfApplication(application.id)).toEqual([next]);
      expect(await work.bots.listVisible(portalId)).toEqual([next]);
    });
  });

  it('refuses a code that another bot has', async () => {
    const { portalId, application } = await write(insertPortal);
    await expect(write((work) => insertBot(work, portalId, application, 'echo'))).rejects.toBeInstanceOf(StoreRefused);
  });

  it('finds the bots among the members of a chat', async () => {
    const { alice, bot, chat } = await write(insertPortal);
    await write(async (work) => {
      await join(work, chat, alice);
      await join(work, chat, bot, true);
    });
    expect(await store().read((work) => work.bots.listInChat(chat.id))).toEqual([bot]);
  });

  it('changes a code', async () => {
    const { portalId, bot } = await write(insertPortal);
    await write((work) => work.bots.updateCode(bot.id, 'parrot'));
    expect(await store().read((work) => work.bots.findByCode(portalId, 'parrot'))).toEqual({ ...bot, code: 'parrot' });
  });
});
