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
import { joinGroup, messageSeenBy } from '../scenes/chats.ts';
import { NOBODY, storeRefuses } from '../scenes/refusals.ts';
import type { Answer, World } from '../world.ts';
import { type Contract, contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.Message.send';

const inGroup: Place = async (world, { bot }) => {
  await enterGroup(world, { bot });
  return { dialogId: `chat${world.groupChatId}`, fields: { message: 'Hello from bot!' } };
};
const sent = (fields: Record<string, unknown>) => byBot(inGroup, { fields });

/** What the group sees of a message of the bot. */
async function seen(world: World, fields: Record<string, unknown>): Promise<Answer['body']> {
  const acting = await actingBot(world);
  return seenOf(world, acting, { ...(await inGroup(world, acting)), fields });
}

async function seenOf(world: World, { by }: Acting, call: Record<string, unknown>): Promise<Answer['body']> {
  const { id } = await by(METHOD, call);
  return messageSeenBy(world.alice, `chat${world.groupChatId}`, id);
}

const tooLarge = (key: string) => [{ [key]: 'x'.repeat(60_000) }];

const errors: Contract['errors'] = {
  ...actingErrors,
  'CHAT_NOT_FOUND: CHAT_NOT_FOUND': byBot(async () => ({ dialogId: `chat${NOBODY}` })),
  'ACCESS_DENIED: ACCESS_DENIED': byBot(async (world) => ({ dialogId: `chat${world.groupChatId}`, fields: {} })),
  'EMPTY_MESSAGE: Message is empty': sent({ message: '  ', keyboard: [{}] }),
  'SENDING_FAILED: Sending failed': async (world) => {
    const cause = await sent({ message: 'Hello' })(world);
    await storeRefuses(world, 'insert on message');
    return cause;
  },
  'PARAM_ATTACH_ERROR: Incorrect attach params': sent({ message: 'Hello', attach: [{ message: 'no block' }] }),
  'PARAM_KEYBOARD_ERROR: Incorrect keyboard params': sent({ message: 'Hello', keyboard: [{ TEXT: 'does nothing' }] }),
};

export default contract({
  method: METHOD,
  example: sent({
    message: 'Hello from bot!',
    keyboard: [{ TEXT: 'Open', LINK: 'https://example.com', BG_COLOR_TOKEN: 'primary' }],
  }),
  // V17
  shape: () => ({ id: 789, uuidMap: [] }),
  errors,
  params: {
    ...actingParams(METHOD, inGroup),
    async dialogId(world) {
      const acting = await actingBot(world);
      const fields = { message: 'Hello' };
      const { chatId } = (await acting.by('imbot.v2.Chat.Message.read', {
        dialogId: world.alice.id,
        messageId: (await acting.by(METHOD, { dialogId: world.alice.id, fields })).id,
      })) as { chatId: number };
      const own = await world.alice.ok('im.dialog.get', { DIALOG_ID: acting.bot });
      expect(chatId).toBe(own.id);
      // V21
      await acting.by(METHOD, { chatId: own.id, fields });
      await acting.refused(METHOD, { dialogId: NOBODY, fields }, 'CHAT_NOT_FOUND');
      await acting.refused(METHOD, { dialogId: 'no dialog', fields }, 'CHAT_NOT_FOUND');
      await acting.refused(METHOD, { fields }, 'CHAT_NOT_FOUND');
    },
    async 'fields.message'(world) {
      expect((await seen(world, { message: '  in the middle  ' })).text).toBe('in the middle');
      // V46
      const { text } = await seen(world, { message: 'x'.repeat(20_001) });
      expect([text.length, text.slice(-8)]).toEqual([20_006, 'xx (...)']);
    },
    async 'fields.attach'(world) {
      const { params } = await seen(world, { attach: [{ MESSAGE: 'block' }] });
      expect(params.ATTACH[0].BLOCKS).toEqual([{ MESSAGE: 'block' }]);
      const acting = await actingBot(world);
      const dialogId = `chat${world.groupChatId}`;
      // V61
      const large = { message: 'Hello', attach: tooLarge('MESSAGE') };
      await acting.refused(METHOD, { dialogId, fields: large }, 'PARAM_ATTACH_ERROR');
      await acting.refused(METHOD, { dialogId, fields: { message: 'Hello', attach: 'no JSON' } }, 'PARAM_ATTACH_ERROR');
    },
    // V50, V68
    async 'fields.keyboard'(world) {
      const spellings = [
        [{ text: 'Go', command: '/go', bgColorToken: 'primary', commandParams: 'now' }],
        [{ Text: 'Go', COMMAND: 'go', bg_color_token: 'primary', COMMAND_PARAMS: 'now' }, ['a', 'list']],
        { buttons: [{ TEXT: 'Go', COMMAND: 'go now', BG_COLOR_TOKEN: 'primary' }] },
        JSON.stringify({ BUTTONS: [{ TEXT: 'Go', command: 'go now', bgColorToken: 'primary' }] }),
      ];
      const acting = await actingBot(world);
      const call = await inGroup(world, acting);
      for (const keyboard of spellings) {
        const { params } = await seenOf(world, acting, { ...call, fields: { message: 'Well?', keyboard } });
        expect(params.KEYBOARD.BUTTONS).toEqual([
          expect.objectContaining({ TEXT: 'Go', COMMAND: 'go', COMMAND_PARAMS: 'now', BG_COLOR_TOKEN: 'primary' }),
        ]);
        expect(params.KEYBOARD.BUTTONS[0].BOT_ID).toBe(acting.bot);
      }
      const keyboard = [{ TEXT: 'x'.repeat(60_000), LINK: '/online/' }];
      const { params } = await seenOf(world, acting, { ...call, fields: { message: 'Too large', keyboard } });
      expect(params).toEqual([]);
    },
    async 'fields.system'(world) {
      expect(await seen(world, { message: 'joined', system: 'Y' })).toMatchObject({ author_id: 0, text: 'joined' });
    },
    async 'fields.urlPreview'(world) {
      expect((await seen(world, { message: 'https://example.com', urlPreview: 'N' })).params).toEqual({
        URL_PREVIEW: 'N',
      });
    },
    async 'fields.replyId'(world) {
      const DIALOG_ID = `chat${world.groupChatId}`;
      const replyId = await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'first' });
      const acting = await actingBot(world);
      const call = await inGroup(world, acting);
      expect(await seenOf(world, acting, { ...call, fields: { message: 'second', replyId } })).toMatchObject({
        params: { REPLY_ID: replyId },
      });
      await acting.refused(METHOD, { ...call, fields: { message: 'second', replyId: NOBODY } }, 'SENDING_FAILED');
    },
    async 'fields.templateId'(world) {
      expect(await seen(world, { message: 'Hello', templateId: 'of-the-sender' })).toMatchObject({
        uuid: 'of-the-sender',
      });
    },
    async 'fields.forwardIds'(world) {
      const { alice, groupChatId } = world;
      const dialogId = `chat${groupChatId}`;
      const acting = await actingBot(world, { type: 'supervisor' });
      await enterGroup(world, acting);
      const first = await alice.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE: 'first' });
      const foreign = await alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'not for bots' });
      const forwardIds = { one: first, other: foreign, none: NOBODY };
      const { id, uuidMap } = await acting.by(METHOD, { dialogId: alice.id, fields: { forwardIds } });
      expect(uuidMap).toEqual({ one: id });
      const { message } = await acting.by('imbot.v2.Chat.Message.get', { messageId: id });
      expect(message).toMatchObject({
        text: 'first',
        authorId: acting.bot,
        uuid: 'one',
        forward: { id: first, userId: alice.id, chatId: groupChatId },
      });
      // Its own text comes first.
      const both = await acting.by(METHOD, { dialogId, fields: { message: 'see:', forwardIds: { again: id } } });
      expect(both.uuidMap.again).toBeGreaterThan(both.id);
      expect(await acting.by(METHOD, { dialogId, fields: { forwardIds: { none: NOBODY } } })).toEqual({
        id: null,
        uuidMap: [],
      });
      const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`u${i}`, first]));
      await acting.refused(METHOD, { dialogId, fields: { forwardIds: many } }, 'SENDING_FAILED');
    },
    async 'fields.skipConnector'(world) {
      const handler = await world.handler();
      await joinGroup(world, await world.bot({ type: 'S', handler }));
      await seen(world, { message: 'for us alone', skipConnector: 'Y' });
      await world.settled();
      const [{ data }] = handler.events('ONIMBOTMESSAGEADD');
      expect(data.PARAMS.SKIP_CONNECTOR).toBe('Y');
    },
  },
});
