import { expect } from 'vitest';
import {
  type Acting,
  actingBot,
  actingErrors,
  actingParams,
  byBot,
  enterGroup,
  type Place,
} from '../scenes/acting-bots.ts';
import { messageSeenBy } from '../scenes/chats.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { Answer, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Message.update';
const ATTACH = { BLOCKS: [{ MESSAGE: 'block' }] };
const KEYBOARD = [{ TEXT: 'Go', COMMAND: 'go' }];

async function written(world: World, { bot, by }: Acting, fields: Record<string, unknown> = {}): Promise<number> {
  await enterGroup(world, { bot });
  const dialogId = `chat${world.groupChatId}`;
  return (await by('imbot.v2.Chat.Message.send', { dialogId, fields: { message: 'before', ...fields } })).id;
}

const own: Place = async (world, acting) => ({
  messageId: await written(world, acting),
  fields: { message: 'Updated text' },
});

/** The message after each of the changes. */
async function changed(
  world: World,
  first: Record<string, unknown>,
  changes: readonly object[],
): Promise<Answer['body'][]> {
  const acting = await actingBot(world);
  const messageId = await written(world, acting, first);
  const seen = [];
  for (const fields of changes) {
    expect(await acting.by(METHOD, { messageId, fields })).toEqual({ result: true });
    seen.push(await messageSeenBy(world.alice, `chat${world.groupChatId}`, messageId));
  }
  return seen;
}

export default contract({
  method: METHOD,
  example: byBot(own),
  errors: {
    ...actingErrors,
    'ACCESS_DENIED: ACCESS_DENIED': async (world) => {
      const acting = await actingBot(world);
      await enterGroup(world, acting);
      const messageId = await world.alice.ok('im.message.add', {
        DIALOG_ID: `chat${world.groupChatId}`,
        MESSAGE: 'hi',
      });
      return {
        params: { ...acting.names, messageId, fields: { attach: { BLOCKS: [{ MESSAGE: 'x'.repeat(60_000) }] } } },
      };
    },
    'PARAM_ATTACH_ERROR: Incorrect attach params': byBot(own, {
      fields: { attach: { BLOCKS: [{ MESSAGE: 'x'.repeat(60_000) }] }, keyboard: [{ TEXT: 'does nothing' }] },
    }),
    'PARAM_KEYBOARD_ERROR: Incorrect keyboard params': byBot(own, { fields: { keyboard: [{ TEXT: 'does nothing' }] } }),
  },
  params: {
    ...actingParams(METHOD, own),
    async messageId(world) {
      const acting = await actingBot(world);
      const messageId = await written(world, acting);
      await acting.by(METHOD, { messageId, fields: { message: 'after' } });
      expect((await messageSeenBy(world.alice, `chat${world.groupChatId}`, messageId)).text).toBe('after');
      await acting.refused(METHOD, { messageId: NOBODY, fields: { message: 'after' } }, 'ACCESS_DENIED');
      // V48
      const line = await written(world, acting, { system: 'Y' });
      await acting.refused(METHOD, { messageId: line, fields: { message: 'after' } }, 'ACCESS_DENIED');
    },
    async 'fields.message'(world) {
      const [one, empty, none] = await changed(world, {}, [{ message: ' after ' }, { message: '' }, {}]);
      expect([one.text, empty.text, none.text]).toEqual(['after', 'after', 'after']);
    },
    // V62
    async 'fields.attach'(world) {
      const seen = await changed(world, { attach: ATTACH }, [
        { message: 'stays' },
        { attach: [{ MESSAGE: 'a bare list' }] },
        { attach: ATTACH },
        { attach: { BLOCKS: [{ message: 'no block' }] } },
        { attach: JSON.stringify(ATTACH) },
        { attach: '' },
      ]);
      expect(seen.map(({ params }) => params.ATTACH?.[0].BLOCKS)).toEqual([
        ATTACH.BLOCKS,
        undefined,
        ATTACH.BLOCKS,
        undefined,
        ATTACH.BLOCKS,
        undefined,
      ]);
    },
    // V47
    async 'fields.keyboard'(world) {
      const seen = await changed(world, { keyboard: KEYBOARD }, [
        { message: 'stays' },
        { keyboard: 'N' },
        { keyboard: { buttons: [{ text: 'Again', command: 'go' }] } },
        { keyboard: '' },
        { keyboard: KEYBOARD },
        { keyboard: [] },
      ]);
      expect(seen.map(({ params }) => params.KEYBOARD?.BUTTONS[0].TEXT)).toEqual([
        'Go',
        undefined,
        'Again',
        undefined,
        'Go',
        undefined,
      ]);
    },
    async 'fields.urlPreview'(world) {
      const seen = await changed(world, { urlPreview: 'N' }, [
        { message: 'stays' },
        { urlPreview: true },
        { urlPreview: 'N' },
      ]);
      expect(seen.map(({ params }) => params.URL_PREVIEW)).toEqual(['N', undefined, 'N']);
    },
  },
});
