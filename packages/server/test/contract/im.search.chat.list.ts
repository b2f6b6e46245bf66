import { expect } from 'vitest';
import { joinGroup } from '../scenes/chats.ts';
import { changeUser } from '../scenes/people.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { Person, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.search.chat.list';

const ids = (chats: unknown) => (chats as { id: number }[]).map(({ id }) => id);

const found = async (person: Person, params: Record<string, unknown>) => ids(await person.ok(METHOD, params));

const chat = (person: Person, TITLE: string, more: Record<string, unknown> = {}): Promise<number> =>
  person.ok('im.chat.add', { TITLE, ...more });

async function three(world: World): Promise<[number, number, number]> {
  const add = (n: number) => chat(world.alice, `Project ${n}`);
  return [await add(1), await add(2), await add(3)];
}

export default contract({
  method: METHOD,
  async example(world) {
    await chat(world.alice, 'Project: "template development"', {
      ENTITY_TYPE: 'SONET_GROUP',
      ENTITY_ID: '121',
      USERS: [world.bob.id],
    });
    return { params: { FIND: 'Project', OFFSET: 0, LIMIT: 10 } };
  },
  errors: { 'FIND_SHORT: Too short a search phrase.': () => ({ params: { FIND: 'p', FIND_LINES: 'project' } }) },
  params: {
    async FIND(world) {
      const { alice, bob, carol, dana } = world;
      const closed = await chat(alice, 'Проект Ёлка');
      const open = await chat(alice, 'Проект «Open»', { TYPE: 'OPEN' });
      expect(await found(alice, { FIND: 'проект' })).toEqual([open, closed]);
      expect(await found(alice, { FIND: 'елка ПРО' })).toEqual([closed]);
      expect(await found(alice, { FIND: 'роект' })).toEqual([]);
      expect(await found(alice, { FIND: '!!!' })).toEqual([]);
      // Only what they may look into: an open chat is for all employees.
      expect([await found(bob, { FIND: 'проект' }), await found(dana, { FIND: 'проект' })]).toEqual([[open], []]);
      await alice.ok('im.chat.updateTitle', { CHAT_ID: closed, TITLE: 'Tannenbaum' });
      expect([await found(alice, { FIND: 'елка' }), await found(alice, { FIND: 'tannen' })]).toEqual([[], [closed]]);
      // By who is in it, too.
      expect(await found(alice, { FIND: 'birch' })).toEqual([world.groupChatId]);
      await alice.ok('im.chat.user.add', { CHAT_ID: closed, USERS: [carol.id] });
      await changeUser(world, carol.id, { lastName: 'Zimmer' });
      expect(await found(alice, { FIND: 'zim tannen' })).toEqual([closed]);
      await expectRefusal(alice, METHOD, {}, 'FIND_SHORT');
      await expectRefusal(alice, METHOD, { FIND: '' }, 'FIND_SHORT');
      await joinGroup(world, dana.id);
      const [group] = await dana.ok(METHOD, { FIND: 'bob' });
      expect(group).toMatchObject({
        id: world.groupChatId,
        role: 'member',
        user_counter: 3,
        extranet: true,
        mute_list: [],
      });
      await alice.ok('im.chat.mute', { CHAT_ID: world.groupChatId });
      const [muted] = await alice.ok(METHOD, { FIND: 'bob' });
      expect(muted).toMatchObject({ role: 'owner', mute_list: { [alice.id]: true } });
    },
    async FIND_LINES(world) {
      const { alice } = world;
      const usual = await chat(alice, 'Support');
      const line = await chat(alice, 'Support', { ENTITY_TYPE: 'LINES', ENTITY_ID: 'livechat|1|2|3' });
      expect(await found(alice, { FIND_LINES: 'supp' })).toEqual([line]);
      expect(await found(alice, { FIND: 'supp', FIND_LINES: 'nothing' })).toEqual([usual]);
      expect(await found(alice, { FIND: null, FIND_LINES: 'supp' })).toEqual([line]);
      await expectRefusal(alice, METHOD, { FIND_LINES: 's' }, 'FIND_SHORT');
    },
    async OFFSET(world) {
      const [first, second, third] = await three(world);
      const { body } = await world.alice.call(METHOD, { FIND: 'project', LIMIT: 2 });
      expect(body).toMatchObject({ total: 3, next: 2, result: [{ id: third }, { id: second }] });
      expect(await found(world.alice, { FIND: 'project', OFFSET: 2 })).toEqual([first]);
    },
    async LIMIT(world) {
      for (let n = 0; n < 52; n += 1) await chat(world.alice, `Project ${n}`);
      expect(await found(world.alice, { FIND: 'project', LIMIT: 3 })).toHaveLength(3);
      expect(await found(world.alice, { FIND: 'project' })).toHaveLength(10);
      expect(await found(world.alice, { FIND: 'project', LIMIT: 100 })).toHaveLength(50);
    },
  },
});
