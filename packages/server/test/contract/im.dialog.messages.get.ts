import { expect } from 'vitest';
import { WORKGROUP } from '../scenes/chats.ts';
import { seeActive } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { Person, World } from '../world.ts';
import { contract } from './contract.ts';

const group = (world: World) => `chat${world.groupChatId}`;

const say = (person: Person, world: World, text: string): Promise<number> =>
  person.ok('im.message.add', { DIALOG_ID: group(world), MESSAGE: text });

const get = (more: Record<string, unknown>) => (world: World) => ({ params: { DIALOG_ID: group(world), ...more } });

/** Ids as they come. */
async function idsSeen(world: World, more: Record<string, unknown> = {}, reader = world.alice): Promise<number[]> {
  const { messages } = await reader.ok('im.dialog.messages.get', get(more)(world).params);
  return messages.map(({ id }: { id: number }) => id);
}

async function four(world: World): Promise<[number, number, number, number]> {
  const first = await say(world.alice, world, 'one');
  return [
    first,
    await say(world.bob, world, 'two'),
    await say(world.alice, world, 'three'),
    await say(world.bob, world, 'four'),
  ];
}

export default contract({
  method: 'im.dialog.messages.get',
  async example(world) {
    for (const { id } of [world.alice, world.bob, world.carol]) await seeActive(world, id);
    const first = await say(world.alice, world, 'Where is Carol?');
    await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [world.carol.id] });
    await say(world.alice, world, 'Hello, Carol!');
    const liked = await say(world.alice, world, 'We are very happy to have you!');
    await world.carol.ok('im.message.like', { MESSAGE_ID: liked });
    return get({ FIRST_ID: first, LIMIT: 10 })(world);
  },
  // Messages have no files here, so there is none to be listed.
  shape: (documented) => ({ ...(documented as object), files: [] }),
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'everybody' } }),
    "FIRST_ID_STRING: First ID can't be string": get({ FIRST_ID: 'the first', LAST_ID: 'the last' }),
    "LAST_ID_STRING: Last ID can't be string": get({ LAST_ID: 'the last' }),
    'ACCESS_ERROR: You do not have access to the specified dialog': (world) => ({ ...get({})(world), as: 'carol' }),
  },
  params: {
    async DIALOG_ID(world) {
      await say(world.alice, world, 'to all');
      const id = await world.alice.ok('im.message.add', { DIALOG_ID: world.carol.id, MESSAGE: 'to you' });
      const { messages, users } = await world.carol.ok('im.dialog.messages.get', { DIALOG_ID: world.alice.id });
      expect(messages).toMatchObject([{ id, author_id: world.alice.id, text: 'to you', unread: true, params: [] }]);
      expect(users).toMatchObject([{ id: world.alice.id }]);
      const chat_id = await world.alice.ok('im.chat.add', WORKGROUP);
      expect(await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: 'sg7' })).toMatchObject({ chat_id });
    },
    async LAST_ID(world) {
      const [one, two, three, last] = await four(world);
      expect(await idsSeen(world, { LAST_ID: three })).toEqual([two, one]);
      expect(await idsSeen(world, { LAST_ID: three, LIMIT: 1 })).toEqual([two]);
      expect(await idsSeen(world, { LAST_ID: NOBODY })).toEqual([last, three, two, one]);
      // PHP_INT_MAX, where a loop backwards begins.
      expect(await idsSeen(world, { LAST_ID: '9223372036854775807' })).toEqual([last, three, two, one]);
      // What a loop backwards starts with.
      expect(await idsSeen(world, { LAST_ID: '0', LIMIT: 2 })).toEqual([last, three]);
    },
    async FIRST_ID(world) {
      const [one, two, three, last] = await four(world);
      expect(await idsSeen(world, { FIRST_ID: `${one}` })).toEqual([last, three, two]);
      expect(await idsSeen(world, { FIRST_ID: one, LIMIT: 1 })).toEqual([two]);
      expect(await idsSeen(world, { FIRST_ID: NOBODY })).toEqual([]);
      expect(await idsSeen(world, { FIRST_ID: 0, LIMIT: 2 })).toEqual([two, one]);
    },
    async LIMIT(world) {
      const ids: number[] = [];
      for (let i = 0; i < 52; i += 1) ids.unshift(await say(world.bob, world, `${i}`));
      expect(await idsSeen(world, { LIMIT: 2 })).toEqual(ids.slice(0, 2));
      expect(await idsSeen(world)).toEqual(ids.slice(0, 20));
      expect(await idsSeen(world, { LIMIT: 'all' })).toHaveLength(20);
      expect(await idsSeen(world, { LIMIT: 1000 })).toHaveLength(50);
    },
  },
});
