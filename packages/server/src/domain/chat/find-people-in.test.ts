import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, join, person } from '../../../test/portal-in-store.ts';
import { findPeopleIn } from './find-people-in.ts';

onEachDatabase('people in a chat', ({ store, write }) => {
  async function scene() {
    const { portalId, alice, chat } = await write(insertPortal);
    await write(async (work) => {
      const add = (name: string, more = {}) => work.users.insertUser(person(portalId, name, more), work.now);
      await join(work, chat, alice);
      await join(work, chat, await add('Zoë', { lastName: 'Annan' }));
      await join(work, chat, await add('Zora', { isActive: false }));
      await add('Zola');
    });
    const find = (phrase: string, limit = 10) =>
      store().read(async (work) => {
        const found = await findPeopleIn(work, alice, { kind: 'chat', chatId: chat.id }, { phrase, limit });
        return found.ok ? found.value.map(({ name }) => name) : found.reason;
      });
    return { alice, find };
  }

  it('are found by the beginnings of words of their names, as everywhere, but for those who were dismissed', async () => {
    const { find } = await scene();
    expect(await find('zo')).toEqual(['Zoë']);
    expect(await find('ANN zoe')).toEqual(['Zoë']);
    expect(await find('zoe nobody')).toEqual([]);
  });

  it('are all there where no name is given, so many at most', async () => {
    const { alice, find } = await scene();
    expect(await find('')).toEqual([alice.name, 'Zoë']);
    expect(await find('', 1)).toEqual([alice.name]);
  });
});
