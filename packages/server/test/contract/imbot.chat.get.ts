import { expect } from 'vitest';
import { botChat } from '../scenes/chats.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const TICKET = { ENTITY_TYPE: 'CHAT', ENTITY_ID: '13' };

async function ticketChat(world: World): Promise<number> {
  return botChat(world, await world.bot(), { ...TICKET, USERS: [world.alice.id] });
}

export default contract({
  method: 'imbot.chat.get',
  async example(world) {
    await ticketChat(world);
    return { params: TICKET };
  },
  errors: {
    'AUTHORIZE_ERROR: Method not available for guest session.': () => ({ as: 'dana', auth: 'session', params: TICKET }),
    "ACCESS_ERROR: You don't have access to this chat": async (world) => {
      await ticketChat(world);
      return { as: 'bob', params: TICKET };
    },
  },
  params: {
    async ENTITY_TYPE(world) {
      const chat = await ticketChat(world);
      expect(await world.alice.ok('imbot.chat.get', TICKET)).toEqual({ ID: chat });
      for (const ENTITY_TYPE of ['TASK', '']) {
        expect(await world.alice.ok('imbot.chat.get', { ...TICKET, ENTITY_TYPE })).toBeNull();
      }
    },
    async ENTITY_ID(world) {
      const theirs = await botChat(world, await world.bot(), TICKET);
      const chat = await ticketChat(world);
      expect(chat).toBeGreaterThan(theirs);
      expect(await world.alice.ok('imbot.chat.get', TICKET)).toEqual({ ID: chat });
      for (const ENTITY_ID of ['14', '']) {
        expect(await world.alice.ok('imbot.chat.get', { ...TICKET, ENTITY_ID })).toBeNull();
      }
    },
  },
});
