import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the store of chat apps', ({ store, write }) => {
  it('keeps what a button does, and remembers which ones there were', async () => {
    const { bot } = await write(insertPortal);
    const where = { context: 'bot', isForAdmins: true, isHidden: false, isExtranet: true, isLivechat: false } as const;
    const titles = [{ language: 'en', title: 'Help', description: '', copyright: '' }];
    const draft = { portalId: bot.portalId, botId: bot.id, icon: '', ...where, isPopup: true, titles };
    const js = { kind: 'js', method: 'send', param: '/help' } as const;
    const page = { kind: 'iframe', url: 'https://a.test/', width: 350, height: 0, hash: 'secret' } as const;
    const insert = (code: string, opens: typeof js | typeof page) =>
      write((work) => work.chatApps.insertChatApp({ ...draft, code, opens }, work.now));
    const [one, other] = [await insert('one', js), await insert('other', page)];
    const rows = async () => {
      const all = await store().readWith((session) => session.query((db) => db.selectFrom('chat_app').select('id')));
      return all.length;
    };
    const list = () => store().read((work) => work.chatApps.listOfBot(bot.id));
    expect(await list()).toEqual([one, other]);
    const changed = { ...other, opens: { ...page, hash: 'newer' }, isHidden: true };
    await write((work) => work.chatApps.updateChatApp(changed));
    expect(await store().read((work) => work.chatApps.findChatApp(other.id))).toEqual(changed);
    await write((work) => work.chatApps.updateDeleted(one.id, work.now));
    expect(await list()).toEqual([changed]);
    const ids = [one.id, other.id, ...Array.from({ length: 1_000 }, (_, n) => 10_000 + n)];
    expect(await store().read((work) => work.chatApps.listDeleted(ids))).toEqual([one.id]);
    // Its code is free again.
    const third = await insert('one', js);
    expect(third.id).toBeGreaterThan(other.id);
    // The newest one is remembered, too, and a portal that goes on registering and unregistering keeps no more rows.
    for (const id of [other.id, third.id]) await write((work) => work.chatApps.updateDeleted(id, work.now));
    expect(await store().read((work) => work.chatApps.listDeleted([...ids, third.id]))).toEqual([
      one.id,
      other.id,
      third.id,
    ]);
    expect(await rows()).toBe(1);
    const fourth = await insert('two', js);
    expect([fourth.id > third.id, await rows()]).toEqual([true, 1]);
  });
});
