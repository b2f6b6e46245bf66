import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot, WHOLE_USER } from '../scenes/acting-bots.ts';
import { NEWER_CHAT, ownChat } from '../scenes/bot-chats.ts';
import { chatSeenBy, membersSeenBy, PICTURE } from '../scenes/chats.ts';
import type { Answer, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.add';

async function made(world: World, fields: object): Promise<Answer['body']> {
  const acting = await actingBot(world);
  return { bot: acting.bot, ...(await acting.by(METHOD, { fields })).chat };
}

export default contract({
  method: METHOD,
  example: byBot(async (world) => ({ fields: { title: 'Support Chat', userIds: [world.alice.id, world.bob.id] } })),
  // V18, V19
  shape: (documented) => {
    const { chat } = documented as { chat: object };
    return { chat: { ...chat, ...NEWER_CHAT }, users: [WHOLE_USER] };
  },
  errors: actingErrors,
  params: {
    ...actingParams(METHOD, async () => ({ fields: { title: 'New' } })),
    'fields.title': async (world) => expect((await made(world, { title: ' Named ' })).name).toBe('Named'),
    'fields.description': async (world) =>
      expect((await made(world, { description: 'What for' })).description).toBe('What for'),
    async 'fields.color'(world) {
      expect((await made(world, { color: 'mint' })).color).toBe('#4ba984');
      expect((await made(world, { color: 'no colour' })).color).toMatch(/^#/);
    },
    async 'fields.avatar'(world) {
      expect((await made(world, { avatar: PICTURE })).avatar).toMatch(/\.png$/);
      expect((await made(world, { avatar: 'no picture' })).avatar).toBe('');
    },
    async 'fields.userIds'(world) {
      const { id, bot, userCounter } = await made(world, { userIds: [world.alice.id, world.bob.id, 999_999] });
      expect(await membersSeenBy(world.alice, id)).toEqual([world.alice.id, world.bob.id, bot]);
      expect(userCounter).toBe(3);
    },
    // V53
    async 'fields.ownerId'(world) {
      const { id, bot, owner, role, managerList } = await made(world, { ownerId: world.alice.id });
      expect({ owner, role, managerList }).toEqual({
        owner: world.alice.id,
        role: 'member',
        managerList: [world.alice.id],
      });
      expect(await membersSeenBy(world.alice, id)).toEqual([world.alice.id, bot]);
      const own = await made(world, {});
      expect(own).toMatchObject({ owner: bot, role: 'owner', managerList: [bot] });
      const open = await ownChat(world, await actingBot(world), { type: 'open' });
      expect((await chatSeenBy(world.carol, open)).type).toBe('open');
    },
  },
});
