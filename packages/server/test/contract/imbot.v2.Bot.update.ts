import { expect } from 'vitest';
import { BACKGROUNDS } from '#domain/bot/bot.ts';
import { actingBot, actingErrors, actingParams, byBot, WHOLE_USER } from '../scenes/acting-bots.ts';
import { PICTURE, pictureOf } from '../scenes/chats.ts';
import { userSeenBy } from '../scenes/people.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import { BOT_TOKEN, secondBot } from '../scenes/second-bot.ts';
import type { Answer, World } from '../world.ts';
import { type Contract, contract } from './contract.ts';

const METHOD = 'imbot.v2.Bot.update';

const update = (fields: Record<string, unknown>) => byBot(async () => ({ fields }));

/** The bot as it is answered after a change, by what `name` is now. */
async function changed(world: World, name: string, values: readonly unknown[]): Promise<unknown[]> {
  const { by } = await actingBot(world);
  const told = [];
  for (const value of values) told.push((await by(METHOD, { fields: { [name]: value } })).bot[name]);
  return told;
}

const property = (name: string, key: string, value: string, shown: unknown = value) => ({
  [`fields.properties.${name}`]: async (world: World) => {
    const { bot, by } = await actingBot(world);
    await by(METHOD, { fields: { properties: { [name]: value } } });
    expect((await userSeenBy(world.alice, bot))[key]).toEqual(shown);
  },
});

const errors: Contract['errors'] = {
  ...actingErrors,
  'BOT_INVALID_EVENT_MODE: Invalid event mode': update({ eventMode: 'pigeon', webhookUrl: 'ftp://example.com' }),
  'BOT_INVALID_CALLBACK: Invalid callback URL': update({
    webhookUrl: 'ftp://example.com',
    properties: { avatar: 'no picture' },
  }),
  'BOT_AVATAR_INCORRECT_TYPE: Avatar must be an image': update({ properties: { avatar: 'no picture' } }),
  'BOT_AVATAR_INCORRECT_SIZE: Avatar exceeds maximum size': update({ properties: { avatar: pictureOf(5001) } }),
  'BOT_TOKEN_ROTATION_FAILED: Bot token rotation failed': async (world) => {
    const { names } = await actingBot(world);
    await secondBot(world, { botToken: 'taken', code: 'other' });
    return { params: { ...names, fields: { botToken: 'taken' } } };
  },
  'BOT_TOKEN_INVALID_LENGTH: Bot token must not be longer than 40 characters': update({ botToken: 'x'.repeat(41) }),
  'BOT_WEBHOOK_URL_REQUIRED: Webhook URL is required': update({ eventMode: 'webhook' }),
};

/** What a handler hears of a message to the bot. */
async function heard(world: World, bot: number, handler: Answer['body']): Promise<string[]> {
  await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' });
  await world.settled();
  return handler.received.map(({ body }: Answer) => body.event);
}

export default contract({
  method: METHOD,
  example: update({ properties: { name: 'Updated Bot' }, isHidden: true }),
  shape: (documented) => ({ ...(documented as object), users: [WHOLE_USER] }),
  errors,
  params: {
    ...actingParams(METHOD, async () => ({ fields: { isHidden: true } })),
    ...property('name', 'first_name', 'Named'),
    ...property('lastName', 'last_name', 'Botson'),
    ...property('workPosition', 'work_position', 'AI Assistant'),
    ...property('color', 'color', 'LIGHT_BLUE', '#4ba5c3'),
    ...property('gender', 'gender', 'F'),
    ...property('avatar', 'avatar', PICTURE, expect.stringMatching(/^http.*\.png$/)),
    'fields.isHidden': async (world) =>
      expect(await changed(world, 'isHidden', ['Y', '?', false])).toEqual([true, true, false]),
    'fields.isReactionsEnabled': async (world) =>
      expect(await changed(world, 'isReactionsEnabled', ['N', null, true])).toEqual([false, false, true]),
    'fields.isSupportOpenline': async (world) =>
      expect(await changed(world, 'isSupportOpenline', [true, 'N'])).toEqual([true, false]),
    // V56
    'fields.backgroundId': async (world) =>
      expect(await changed(world, 'backgroundId', [...BACKGROUNDS, 'no such background', 'mint', null])).toEqual([
        ...BACKGROUNDS,
        null,
        'mint',
        null,
      ]),
    async 'fields.eventMode'(world) {
      const handler = await world.handler();
      const { bot, by } = await actingBot(world);
      await by(METHOD, { fields: { eventMode: 'WebHook', webhookUrl: handler.url } });
      expect(await heard(world, bot, handler)).toEqual(['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD']);
      await by(METHOD, { fields: { eventMode: 'fetch' } });
      await heard(world, bot, handler);
      expect(handler.received.length).toBe(2);
      // The last address is the one that is meant where none is named (V56); what waits is sent to it (V38).
      const { bot: told } = await by(METHOD, { fields: { eventMode: 'webhook' } });
      await world.settled();
      expect([told.eventMode, handler.received.length]).toEqual(['webhook', 3]);
    },
    async 'fields.webhookUrl'(world) {
      const [first, second] = [await world.handler(), await world.handler()];
      const { bot, by } = await actingBot(world, { handler: first });
      await by(METHOD, { fields: { webhookUrl: second.url } });
      expect(await heard(world, bot, second)).toContain('ONIMBOTV2MESSAGEADD');
      expect(first.received).toEqual([]);
    },
    // V7
    async 'fields.botToken'(world) {
      const handler = await world.handler();
      const sister = await secondBot(world, { code: 'sister' });
      const { bot, names, by, refused } = await actingBot(world, { handler });
      await by(METHOD, { fields: { botToken: '  ' } });
      await by(METHOD, { fields: { botToken: BOT_TOKEN } });
      await by(METHOD, { fields: { botToken: 'new_token' } });
      await refused(METHOD, { fields: {} }, 'BOT_OWNERSHIP_ERROR');
      await world.alice.ok(METHOD, { ...names, botToken: 'new_token', fields: {} });
      await expectRefusal(world.alice, METHOD, { botId: sister, botToken: 'new_token' }, 'BOT_OWNERSHIP_ERROR');
      await heard(world, bot, handler);
      expect(new Set(handler.received.map(({ body }) => body.auth.application_token))).toEqual(
        new Set(['customnew_token']),
      );
    },
  },
});
