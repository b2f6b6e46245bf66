import { expect, it } from 'vitest';
import type { Command, CommandDraft } from '#domain/command/command.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertBot, insertPortal, join, type PortalInStore } from '../../../test/portal-in-store.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

async function insertCommand(
  work: UnitOfWork,
  { portalId, application, bot }: PortalInStore,
  name: string,
  more: Partial<CommandDraft> = {},
): Promise<Command> {
  const url = 'http://127.0.0.1:9/command';
  const handler =
    (await work.handlers.findExact(application.id, 'commandInvoked', url)) ??
    (await work.handlers.insertHandler(application.id, 'commandInvoked', url));
  const titles = [{ language: 'en', title: name, params: 'text' }];
  return work.commands.insertCommand(
    {
      portalId,
      botId: bot.id,
      handlerId: handler.id,
      name,
      isCommon: false,
      isHidden: false,
      isExtranet: false,
      titles,
      ...more,
    },
    work.now,
  );
}

onEachDatabase('the command store', ({ store, write }) => {
  it('finds a command by its name in any case and gives it back as registered', async () => {
    const portal = await write(insertPortal);
    const made = await write((work) => insertCommand(work, portal, 'Echo'));
    await store().read(async (work) => {
      expect(await work.commands.findByName(portal.bot.id, 'eCHO')).toEqual(made);
      expect(await work.commands.findCommand(made.id)).toEqual(made);
    });
  });

  it('gives ids above 20, so that body parsers do not take them for places in a list', async () => {
    const portal = await write(insertPortal);
    expect((await write((work) => insertCommand(work, portal, 'echo'))).id).toBeGreaterThan(20);
  });

  it('lists by name what can be called in a chat: common commands and those of bots that are in it', async () => {
    const portal = await write(insertPortal);
    const { portalId, application, chat, bot } = portal;
    const made = await write(async (work) => {
      const outside = { ...portal, bot: await insertBot(work, portalId, application, 'outside') };
      await join(work, chat, bot, true);
      return {
        own: await insertCommand(work, portal, 'echo'),
        common: await insertCommand(work, outside, 'apple', { isCommon: true }),
        closed: await insertCommand(work, outside, 'closed'),
      };
    });
    await store().read(async (work) => {
      expect(await work.commands.listCallableIn(portalId, chat.id)).toEqual([made.common, made.own]);
      expect(await work.commands.listCallableByName(portalId, chat.id, 'ECHO')).toEqual([made.own]);
      expect(await work.commands.listCallableByName(portalId, chat.id, 'closed')).toEqual([]);
    });
  });

  it('changes and deletes a command', async () => {
    const portal = await write(insertPortal);
    const made = await write((work) => insertCommand(work, portal, 'echo'));
    const change = { name: 'Parrot', isExtranet: true, titles: [{ language: 'de', title: 'Papagei', params: '' }] };
    await write((work) => work.commands.updateCommand(made.id, change));
    await write((work) => work.commands.updateCommand(made.id, {}));
    await write((work) => work.commands.updateCommand(made.id, { isHidden: true }));
    const found = await store().read((work) => work.commands.findByName(portal.bot.id, 'parrot'));
    expect(found).toEqual({ ...made, ...change, isHidden: true });
    await write((work) => work.commands.deleteCommand(made.id));
    expect(await store().read((work) => work.commands.listOfBot(portal.bot.id))).toEqual([]);
  });

  it('deletes the commands of one bot only', async () => {
    const portal = await write(insertPortal);
    const kept = await write(async (work) => {
      const other = { ...portal, bot: await insertBot(work, portal.portalId, portal.application, 'other') };
      await insertCommand(work, portal, 'one');
      await insertCommand(work, portal, 'two');
      return insertCommand(work, other, 'three');
    });
    await write((work) => work.commands.deleteOfBot(portal.bot.id, 10));
    await store().read(async (work) => {
      expect(await work.commands.listOfBot(portal.bot.id)).toEqual([]);
      expect(await work.commands.listOfBot(kept.botId)).toEqual([kept]);
    });
  });
});
