import { expect } from 'vitest';
import { type Acting, actingBot, actingErrors, actingParams, byBot, enterGroup } from '../scenes/acting-bots.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { Answer, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Command.answer';
const FAILED = 'COMMAND_ANSWER_FAILED';

/** Alice has called the command in the group. */
async function invoked({ alice, groupChatId }: World, { by }: Acting, more: object = {}) {
  const fields = { command: 'help', hidden: 'Y', common: 'Y', ...more };
  const { command } = await by('imbot.v2.Command.register', { fields });
  const dialogId = `chat${groupChatId}`;
  const messageId = await alice.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE: `${command.command} me` });
  return { commandId: command.id, messageId, dialogId, fields: { message: 'Here is the help text...' } };
}

/** The answer as the group sees it. */
async function answered(world: World, fields: Record<string, unknown>): Promise<Answer['body']> {
  const acting = await actingBot(world);
  await enterGroup(world, acting);
  await acting.by(METHOD, { ...(await invoked(world, acting)), fields });
  const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
  return messages[0];
}

export default contract({
  method: METHOD,
  example: byBot(invoked),
  errors: {
    ...actingErrors,
    'COMMAND_ANSWER_FAILED: Command answer failed': byBot(invoked, { commandId: NOBODY }),
  },
  params: {
    ...actingParams(METHOD, invoked),
    // V44
    async commandId(world) {
      const acting = await actingBot(world);
      const one = await invoked(world, acting);
      const other = await invoked(world, acting, { command: 'other' });
      await acting.refused(METHOD, { ...one, commandId: other.commandId }, FAILED);
      await acting.by(METHOD, one);
      await acting.by(METHOD, one);
    },
    async messageId(world) {
      const acting = await actingBot(world);
      const call = await invoked(world, acting);
      const messageId = await world.alice.ok('im.message.add', { DIALOG_ID: call.dialogId, MESSAGE: 'no call' });
      await acting.refused(METHOD, { ...call, messageId }, FAILED);
      await acting.by(METHOD, call);
    },
    async dialogId(world) {
      const acting = await actingBot(world);
      const call = await invoked(world, acting);
      for (const dialogId of [world.alice.id, `chat${NOBODY}`, 'no dialog', undefined])
        await acting.refused(METHOD, { ...call, dialogId }, FAILED);
      const DIALOG_ID = String(acting.bot);
      const messageId = await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: '/help' });
      await acting.by(METHOD, { ...call, messageId, dialogId: world.alice.id });
    },
    async 'fields.message'(world) {
      expect((await answered(world, { message: 'an answer' })).text).toBe('an answer');
      const acting = await actingBot(world, { code: 'outside' });
      const call = await invoked(world, acting, { command: 'outside' });
      await acting.by(METHOD, call);
      const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: call.dialogId });
      expect(messages[0]).toMatchObject({ author_id: 0, text: expect.stringContaining('outside') });
      await acting.refused(METHOD, { ...call, fields: {} }, FAILED);
    },
    async 'fields.attach'(world) {
      const { params } = await answered(world, { attach: [{ MESSAGE: 'block' }] });
      expect(params.ATTACH[0].BLOCKS).toEqual([{ MESSAGE: 'block' }]);
      const acting = await actingBot(world, { code: 'other' });
      const call = await invoked(world, acting, { command: 'other' });
      await acting.refused(
        METHOD,
        { ...call, fields: { message: 'Hello', attach: [{ message: 'no block' }] } },
        FAILED,
      );
    },
    async 'fields.keyboard'(world) {
      const { params } = await answered(world, { message: 'Again?', keyboard: [{ text: 'Again', command: 'help' }] });
      expect(params.KEYBOARD.BUTTONS).toMatchObject([{ TEXT: 'Again', COMMAND: 'help' }]);
    },
    'fields.system': async (world) =>
      expect(await answered(world, { message: 'done', system: 'Y' })).toMatchObject({ author_id: 0 }),
    'fields.urlPreview': async (world) =>
      expect((await answered(world, { message: 'https://example.com', urlPreview: false })).params).toEqual({
        URL_PREVIEW: 'N',
      }),
  },
});
