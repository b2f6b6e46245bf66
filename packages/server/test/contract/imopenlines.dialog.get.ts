import { expect } from 'vitest';
import { heldByBob, lineProgram, lineWithBot } from '../scenes/lines.ts';
import { withScope } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.dialog.get';
const SCOPE = ['imopenlines'];

async function found(world: World, named: (scene: Awaited<ReturnType<typeof lineWithBot>>) => Record<string, unknown>) {
  const scene = await lineWithBot(world);
  const { id } = await (await lineProgram(world)).ok(METHOD, named(scene));
  return { id, ...scene };
}

export default contract({
  method: METHOD,
  async example(world) {
    const { chatId } = await heldByBob(world);
    const bob = await withScope(world, world.bob, SCOPE);
    return { params: { CHAT_ID: chatId }, as: bob };
  },
  // Nobody has muted it, and Alice has not looked into it.
  shape: (documented) => ({
    ...(documented as object),
    description: '',
    last_message_views: { message_id: 1, first_viewers: [], count_of_viewers: 0 },
  }),
  errors: {
    'ACCESS_ERROR: You do not have access to the specified dialog': async (world) => ({
      params: { CHAT_ID: (await lineWithBot(world)).chatId },
      as: await withScope(world, world.carol, SCOPE),
    }),
  },
  params: {
    /** For its bot, for those of the queue and for administrators. */
    async CHAT_ID(world) {
      const { id, chatId, line, bot } = await found(world, ({ chatId }) => ({ CHAT_ID: chatId, SESSION_ID: NOBODY }));
      expect(id).toBe(chatId);
      const [bob, carol] = [await withScope(world, world.bob, SCOPE), await withScope(world, world.carol, SCOPE)];
      expect(await bob.ok(METHOD, { CHAT_ID: chatId })).toMatchObject({
        type: 'lines',
        message_type: 'L',
        entity_type: 'LINES',
        entity_id: expect.stringContaining(`livechat|${line.id}|${chatId}|`),
        owner: bot,
        role: 'guest',
        extranet: false,
      });
      expect((await carol.call(METHOD, { CHAT_ID: chatId })).status).toBe(400);
      expect((await carol.call(METHOD, { CHAT_ID: chatId, CLIENT_ID })).status).toBe(200);
    },
    async DIALOG_ID(world) {
      const { id, chatId } = await found(world, ({ chatId }) => ({ DIALOG_ID: `chat${chatId}`, SESSION_ID: NOBODY }));
      expect(id).toBe(chatId);
    },
    async SESSION_ID(world) {
      const { id, chatId } = await found(world, () => ({ SESSION_ID: 1, USER_CODE: 'nobody' }));
      expect(id).toBe(chatId);
    },
    async USER_CODE(world) {
      const { chatId, line } = await lineWithBot(world);
      const program = await lineProgram(world);
      const { entity_id: USER_CODE } = await program.ok(METHOD, { CHAT_ID: chatId });
      expect(USER_CODE).toMatch(`livechat|${line.id}|`);
      expect(await program.ok(METHOD, { USER_CODE })).toMatchObject({ id: chatId });
      expect((await program.call(METHOD, { USER_CODE: 'livechat|1|1|1' })).status).toBe(400);
    },
  },
});
