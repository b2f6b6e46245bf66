import { expect } from 'vitest';
import { joinGroup, WORKGROUP } from '../scenes/chats.ts';
import { callable, seeActive } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { Person, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.dialog.users.list';

const group = ({ groupChatId }: World) => `chat${groupChatId}`;

async function idsIn(
  person: Person,
  DIALOG_ID: number | string,
  more: Record<string, unknown> = {},
): Promise<number[]> {
  return (await person.ok(METHOD, { DIALOG_ID, ...more })).map(({ id }: { id: number }) => id);
}

/** The group with a bot and with Carol. */
async function four(world: World): Promise<[number, number, number, number]> {
  const bot = await world.bot();
  await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [bot, world.carol.id] });
  return [world.alice.id, world.bob.id, world.carol.id, bot];
}

export default contract({
  method: METHOD,
  async example(world) {
    for (const { id } of [world.alice, world.bob]) await seeActive(world, id);
    await callable(world, world.bob.id);
    return { params: { DIALOG_ID: group(world), SKIP_EXTERNAL: 'Y', LIMIT: 20, OFFSET: 0 } };
  },
  shape: (documented) => {
    // A number within the company is told of as well.
    const items = documented as readonly { readonly phones: object | false }[];
    return items.map(({ phones, ...user }) => ({
      ...user,
      phones: phones && { work_phone: '', inner_phone: '', ...phones },
    }));
  },
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'chat' } }),
    'ACCESS_ERROR: You do not have access to the specified dialog': () => ({ params: { DIALOG_ID: NOBODY } }),
    "ACCESS_ERROR: You don't have access to this chat": (world) => ({
      params: { DIALOG_ID: group(world) },
      as: 'carol',
    }),
  },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob, carol, dana } = world;
      expect(await idsIn(bob, group(world))).toEqual([alice.id, bob.id]);
      // Of a person one has not written to yet, of oneself, of a person one has written to (G37).
      expect(await idsIn(carol, bob.id)).toEqual([bob.id, carol.id]);
      expect(await idsIn(carol, carol.id)).toEqual([carol.id]);
      await carol.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Hello' });
      expect(await idsIn(carol, bob.id)).toEqual([bob.id, carol.id]);
      await alice.ok('im.chat.add', { ...WORKGROUP, USERS: [carol.id] });
      expect(await idsIn(carol, `sg${WORKGROUP.ENTITY_ID}`)).toEqual([alice.id, carol.id]);
      // A guest knows nobody whom they share no chat with.
      expect((await dana.call(METHOD, { DIALOG_ID: bob.id })).status).toBe(403);
      await joinGroup(world, dana.id);
      expect(await idsIn(dana, group(world))).toEqual([alice.id, bob.id, dana.id]);
    },
    async SKIP_EXTERNAL(world) {
      const ids = await four(world);
      expect(await idsIn(world.alice, group(world))).toEqual(ids);
      const { body } = await world.alice.call(METHOD, { DIALOG_ID: group(world), SKIP_EXTERNAL: 'Y' });
      expect(body).toMatchObject({ total: 3 });
      expect(await idsIn(world.alice, group(world), { SKIP_EXTERNAL: 'Y' })).toEqual(ids.slice(0, 3));
      expect(await idsIn(world.alice, ids[3], { SKIP_EXTERNAL: 'Y' })).toEqual([world.alice.id]);
    },
    async SKIP_EXTERNAL_EXCEPT_TYPES(world) {
      const ids = await four(world);
      const except = (SKIP_EXTERNAL_EXCEPT_TYPES: string) =>
        idsIn(world.alice, group(world), { SKIP_EXTERNAL: 'Y', SKIP_EXTERNAL_EXCEPT_TYPES });
      expect(await except('email, bot')).toEqual(ids);
      expect(await except('email')).toEqual(ids.slice(0, 3));
    },
    async LIMIT(world) {
      const ids = await four(world);
      const { body } = await world.alice.call(METHOD, { DIALOG_ID: group(world), LIMIT: 3 });
      expect(body).toMatchObject({ result: ids.slice(0, 3).map((id) => ({ id })), total: 4, next: 3 });
      expect((await world.alice.call(METHOD, { DIALOG_ID: group(world), LIMIT: 4 })).body).not.toHaveProperty('next');
    },
    async LAST_ID(world) {
      const [, , carol, bot] = await four(world);
      expect(await idsIn(world.alice, group(world), { LAST_ID: world.bob.id })).toEqual([carol, bot]);
      expect(await idsIn(world.carol, world.bob.id, { LAST_ID: world.bob.id })).toEqual([carol]);
    },
    async OFFSET(world) {
      const ids = await four(world);
      expect(await idsIn(world.alice, group(world), { OFFSET: 1, LIMIT: 2 })).toEqual(ids.slice(1, 3));
      // Programs that read page by page say it so.
      expect(await idsIn(world.alice, group(world), { start: 3 })).toEqual(ids.slice(3));
      expect(await idsIn(world.carol, world.bob.id, { OFFSET: 1 })).toEqual([world.carol.id]);
    },
  },
});
