import { expect } from 'vitest';
import { joinGroup } from '../scenes/chats.ts';
import { department, worksIn } from '../scenes/departments.ts';
import { callable, changeUser, seeActive } from '../scenes/people.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { Person, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.search.user.list';
const FIND_SHORT = 'FIND_SHORT: Too short a search phrase.';

/** Ids, as their keys come. */
async function found(person: Person, FIND: unknown, more: Record<string, unknown> = {}): Promise<number[]> {
  return Object.keys(await person.ok(METHOD, { FIND, ...more })).map(Number);
}

/** Three more people called Smith. */
async function smiths(world: World): Promise<void> {
  for (const { id } of [world.alice, world.bob, world.carol]) await changeUser(world, id, { lastName: 'Smith' });
}

export default contract({
  method: METHOD,
  async example(world) {
    await callable(world, world.bob.id);
    await seeActive(world, world.bob.id);
    return { params: { FIND: 'Bob', BUSINESS: 'N', OFFSET: 0, LIMIT: 10 } };
  },
  errors: { [FIND_SHORT]: () => ({ params: { FIND: ' b ' } }) },
  params: {
    async FIND(world) {
      const { alice, bob, carol, dana } = world;
      expect(await found(alice, 'bir BO')).toEqual([bob.id]);
      expect(await found(alice, 'irch')).toEqual([]);
      expect(await found(alice, '...')).toEqual([]);
      expect(await alice.ok(METHOD, { FIND: 'nobody' })).toEqual([]);
      expect(await found(alice, 'designer')).toEqual([carol.id]);
      await changeUser(world, bob.id, { name: 'Ёжик', lastName: 'Straße' });
      expect([await found(alice, 'ежик'), await found(alice, 'STRASSE'), await found(alice, 'bob')]).toEqual([
        [bob.id],
        [bob.id],
        [],
      ]);
      const lab = await department(world, 'Optics Lab');
      for (const { id } of [alice, carol]) await worksIn(world, id, [lab]);
      expect(await found(alice, 'car lab')).toEqual([carol.id]);
      // Bots are found, hidden ones and those who were dismissed are not.
      const bot = await world.bot({ more: { PROPERTIES: { NAME: 'Robotina' } } });
      await world.bot({ code: 'shy', more: { PROPERTIES: { NAME: 'Robotino' } } });
      await world.app.store.writeWith((session) => session.exec(`update bot set is_hidden = 1 where code = 'shy'`));
      expect(await found(alice, 'robot')).toEqual([bot]);
      await changeUser(world, carol.id, { isActive: false });
      expect(await found(alice, 'carol')).toEqual([]);
      // A guest finds those with whom they share a chat.
      expect([await found(dana, 'alice'), await found(dana, 'dana'), await found(dana, 'robot')]).toEqual([
        [],
        [dana.id],
        [bot],
      ]);
      await joinGroup(world, dana.id);
      expect(await found(dana, 'alice')).toEqual([alice.id]);
      // And not by a department, of which guests are told nothing.
      expect([await found(alice, 'optics'), await found(dana, 'optics')]).toEqual([[alice.id], []]);
      await expectRefusal(alice, METHOD, {}, 'FIND_SHORT');
      await expectRefusal(alice, METHOD, { FIND: 'ы' }, 'FIND_SHORT');
    },
    async BUSINESS(world) {
      const { alice, dana } = world;
      const bot = await world.bot({ more: { PROPERTIES: { NAME: 'Danabot' } } });
      expect(await found(alice, 'dana')).toEqual([dana.id, bot]);
      expect(await found(alice, 'dana', { BUSINESS: 'Y' })).toEqual([]);
      expect(await found(alice, 'alice', { BUSINESS: 'Y' })).toEqual([alice.id]);
    },
    async OFFSET(world) {
      await smiths(world);
      const { alice, bob, carol } = world;
      expect((await alice.call(METHOD, { FIND: 'smith', LIMIT: 2 })).body).toMatchObject({ total: 3, next: 2 });
      const { body } = await alice.call(METHOD, { FIND: 'smith', LIMIT: 2, OFFSET: 2 });
      expect(body).toMatchObject({ total: 3, result: { [carol.id]: { name: 'Carol Smith' } } });
      expect(body).not.toHaveProperty('next');
      expect(await found(alice, 'smith', { OFFSET: 'x' })).toEqual([alice.id, bob.id, carol.id]);
    },
    async LIMIT(world) {
      for (let n = 0; n < 52; n += 1)
        await world.app.store.write(async (work) => {
          const alice = await work.users.findUser(world.alice.id);
          if (alice) await work.users.insertUser({ ...alice, id: 1000 + n, name: 'Twin' }, work.now);
        });
      expect(await found(world.alice, 'twin', { LIMIT: 3 })).toHaveLength(3);
      expect(await found(world.alice, 'twin')).toHaveLength(10);
      expect(await found(world.alice, 'twin', { LIMIT: 100 })).toHaveLength(50);
    },
  },
});
