import { expect } from 'vitest';
import { lineWithBot, membersOf, newLine, sessionErrors } from '../scenes/lines.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.bot.session.transfer';

const transfer = async (world: World, more: Record<string, unknown>) => ({
  params: { CHAT_ID: (await lineWithBot(world)).chatId, CLIENT_ID, ...more },
});

/** Who is in the chat when it was passed on so. */
async function passed(world: World, more: Record<string, unknown>): Promise<number[]> {
  const { params } = await transfer(world, more);
  await world.alice.ok(METHOD, params);
  return membersOf(world, params.CHAT_ID);
}

export default contract({
  method: METHOD,
  example: (world) => transfer(world, { USER_ID: world.bob.id, LEAVE: 'N' }),
  errors: {
    ...sessionErrors,
    "USER_ID_EMPTY: User ID can't be empty": (world) => transfer(world, { USER_ID: '', QUEUE_ID: 0 }),
    "QUEUE_ID_EMPTY: QUEUE ID can't be empty": (world) => transfer(world, { QUEUE_ID: 0, TRANSFER_ID: 'x' }),
    "TRANSFER_ID_EMPTY: Queue ID or User ID can't be empty": (world) => transfer(world, {}),
    'BOT_ID_ERROR: Bot not found': (world) => transfer(world, { USER_ID: world.bob.id, CLIENT_ID: 'another-app' }),
    'OPERATOR_WRONG: You cannot redirect to this operator': (world) => transfer(world, { USER_ID: NOBODY }),
  },
  params: {
    async CHAT_ID(world) {
      const { params } = await transfer(world, { USER_ID: world.carol.id });
      await expectRefusal(world.alice, METHOD, { ...params, CHAT_ID: world.groupChatId }, 'BOT_ID_ERROR');
      await world.alice.ok(METHOD, params);
      expect(await membersOf(world, params.CHAT_ID)).toContain(world.carol.id);
    },
    /** Whoever works here, in no queue, too; neither guests nor bots. */
    async USER_ID(world) {
      const { params } = await transfer(world, { USER_ID: world.dana.id });
      await expectRefusal(world.alice, METHOD, params, 'OPERATOR_WRONG');
      await world.alice.ok(METHOD, { ...params, USER_ID: world.carol.id, QUEUE_ID: 0, TRANSFER_ID: 'nobody' });
      expect(await membersOf(world, params.CHAT_ID)).toContain(world.carol.id);
    },
    async QUEUE_ID(world) {
      const { id } = await newLine(world, { name: 'Sales', queue: [{ kind: 'person', id: world.carol.id }] });
      expect(await passed(world, { QUEUE_ID: id })).toContain(world.carol.id);
    },
    async TRANSFER_ID(world) {
      const { params } = await transfer(world, { TRANSFER_ID: `queue${NOBODY}` });
      await expectRefusal(world.alice, METHOD, params, 'OPERATOR_WRONG');
      await expectRefusal(world.alice, METHOD, { ...params, TRANSFER_ID: 'queue' }, 'TRANSFER_ID_EMPTY');
      const { id } = await newLine(world, { name: 'Sales', queue: [{ kind: 'person', id: world.carol.id }] });
      await world.alice.ok(METHOD, { ...params, TRANSFER_ID: `queue${id}` });
      expect(await membersOf(world, params.CHAT_ID)).toContain(world.carol.id);
      // Who was asked before is not asked any more.
      await world.alice.ok(METHOD, { ...params, TRANSFER_ID: world.bob.id });
      const members = await membersOf(world, params.CHAT_ID);
      expect([members.includes(world.bob.id), members.includes(world.carol.id)]).toEqual([true, false]);
    },
    async LEAVE(world) {
      const { chatId, bot } = await lineWithBot(world);
      const to = { CHAT_ID: chatId, USER_ID: world.bob.id, CLIENT_ID };
      await world.alice.ok(METHOD, { ...to, LEAVE: 'N' });
      expect(await membersOf(world, chatId)).toContain(bot);
      await world.alice.ok(METHOD, { ...to, LEAVE: 'Y' });
      expect(await membersOf(world, chatId)).not.toContain(bot);
    },
    /** A bot token of generation 2 stands for it here, too. */
    async CLIENT_ID(world) {
      const { params } = await transfer(world, { USER_ID: world.bob.id });
      await expectRefusal(world.alice, METHOD, { ...params, CLIENT_ID: undefined }, 'BOT_ID_ERROR');
      const fields = {
        code: 'second',
        type: 'openline',
        webhookUrl: 'https://bot.example/',
        properties: { name: 'S' },
      };
      const { bot } = await world.alice.ok('imbot.v2.Bot.register', { fields, botToken: 'a token' });
      await world.app.store.write(async (work) => {
        const session = await work.lineSessions.findOpen(params.CHAT_ID);
        const user = await work.users.findUser(bot.id);
        if (!session || !user) throw new Error('The scene is not there');
        const draft = { chatId: params.CHAT_ID, userId: bot.id, isBot: true, role: 'member', historyAfter: 0 } as const;
        await work.members.insertMember(draft, work.now);
      });
      await world.alice.ok(METHOD, { ...params, CLIENT_ID: 'a token' });
      expect(await membersOf(world, params.CHAT_ID)).toContain(world.bob.id);
    },
  },
});
