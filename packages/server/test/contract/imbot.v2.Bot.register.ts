import { expect } from 'vitest';
import { BACKGROUNDS } from '#domain/bot/bot.ts';
import { joinGroup, PICTURE, pictureOf } from '../scenes/chats.ts';
import { userSeenBy } from '../scenes/people.ts';
import { storeRefuses } from '../scenes/refusals.ts';
import type { Answer, World } from '../world.ts';
import { type Contract, contract } from './contract.ts';

const METHOD = 'imbot.v2.Bot.register';
const URL = 'https://example.com/bot/events';

const draft = {
  code: 'support_bot',
  botToken: 'my_bot_token',
  properties: { name: 'Support Bot', workPosition: 'AI Assistant' },
  type: 'bot',
  eventMode: 'fetch',
};

const sent = (more: Record<string, unknown>) => ({ params: { fields: { ...draft, ...more } } });
const register = (more: Record<string, unknown>) => () => sent(more);

/** The bot as it is answered. */
async function registered({ alice }: World, more: Record<string, unknown> = {}): Promise<Answer['body']> {
  return (await alice.ok(METHOD, { fields: { ...draft, ...more } })).bot;
}

const TOO_LONG = 'x'.repeat(41);

const errors: Contract['errors'] = {
  'BOT_TOKEN_NOT_SPECIFIED: Bot token not specified (botToken is required for webhook auth)': register({
    // Blanks are no token.
    botToken: '  ',
    code: '',
  }),
  'BOT_TOKEN_INVALID_LENGTH: Bot token must not be longer than 40 characters': register({
    botToken: TOO_LONG,
    code: '',
  }),
  'BOT_CODE_REQUIRED: Bot code is required': register({ code: '', properties: {} }),
  'BOT_PROPERTIES_REQUIRED: Bot properties are required': async (world) => {
    await registered(world, { botToken: 'another' });
    return sent({ properties: { name: ' ' } });
  },
  'BOT_CODE_ALREADY_TAKEN: Bot code is already taken': async (world) => {
    await registered(world, { botToken: 'another' });
    return sent({ type: 'no such type' });
  },
  'BOT_INVALID_TYPE: Invalid bot type': register({ type: 'B', eventMode: 'pigeon' }),
  'BOT_INVALID_EVENT_MODE: Invalid event mode': register({ eventMode: 'pigeon', webhookUrl: 'ftp://example.com' }),
  'BOT_WEBHOOK_URL_REQUIRED: Webhook URL is required': register({ eventMode: 'webhook' }),
  'BOT_REGISTER_FAILED: Bot registration failed': async (world) => {
    await storeRefuses(world, 'insert on bot');
    return sent({});
  },
  'BOT_INVALID_CALLBACK: Invalid callback URL': register({
    eventMode: 'webhook',
    webhookUrl: 'ftp://example.com',
    properties: { name: 'New', avatar: 'no picture' },
  }),
  'BOT_LIMIT_EXCEEDED: Bot limit exceeded': async (world) => {
    for (let count = 0; count < 100; count += 1) await registered(world, { code: `bot${count}` });
    return sent({ properties: { name: 'New', avatar: 'no picture' } });
  },
  'BOT_AVATAR_INCORRECT_TYPE: Avatar must be an image': register({ properties: { name: 'New', avatar: 'no picture' } }),
  'BOT_AVATAR_INCORRECT_SIZE: Avatar exceeds maximum size': register({
    properties: { name: 'New', avatar: pictureOf(5001) },
  }),
};

const property = (name: string, key: string, value: string, shown: unknown = value) => ({
  [`fields.properties.${name}`]: async (world: World) => {
    const { id } = await registered(world, { properties: { name: 'New', [name]: value } });
    expect((await userSeenBy(world.alice, id))[key]).toEqual(shown);
  },
});

async function heardInGroup(world: World, type: string): Promise<number> {
  const handler = await world.handler();
  const { id } = await registered(world, { code: type, type, eventMode: 'webhook', webhookUrl: handler.url });
  await joinGroup(world, id);
  await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'to nobody in particular' });
  await world.settled();
  return handler.events('ONIMBOTV2MESSAGEADD').length;
}

/** Parameters that are answered as they were given. */
const answered = (name: string, values: readonly (readonly [given: unknown, told: unknown])[]) => ({
  [`fields.${name}`]: async (world: World) => {
    for (const [i, [given, told]] of values.entries())
      expect((await registered(world, { code: `${name}${i}`, [name]: given }))[name]).toBe(told);
  },
});

export default contract({
  method: METHOD,
  example: async () => ({ params: { fields: draft } }),
  // The page of the object has what the example of this one leaves out; a bot that is new was never here, and is in no
  // department.
  shape: (documented) => {
    const { bot, users } = documented as { bot: object; users: object[] };
    return { bot, users: users.map((user) => ({ ...user, ...IN_THE_OBJECT })) };
  },
  errors,
  params: {
    async 'fields.code'(world) {
      const { id, code } = await registered(world, { code: 'any text, with.dots' });
      expect(code).toBe('any text, with.dots');
      expect((await registered(world, { code: 'any text, with.dots' })).id).toBe(id);
    },
    async 'fields.botToken'(world) {
      const { id } = await registered(world);
      expect((await registered(world, { botToken: 'my_bot_token' })).id).toBe(id);
      const { body } = await world.alice.call(METHOD, { fields: { ...draft, botToken: 'another' } });
      expect(body.error).toBe('BOT_CODE_ALREADY_TAKEN');
    },
    ...property('name', 'first_name', 'Named'),
    ...property('lastName', 'last_name', 'Botson'),
    ...property('workPosition', 'work_position', 'AI Assistant'),
    ...property('color', 'color', 'lightBlue', '#4ba5c3'),
    ...property('gender', 'gender', 'F'),
    ...property('avatar', 'avatar', PICTURE, expect.stringMatching(/^http.*\.png$/)),
    async 'fields.type'(world) {
      const heard = [];
      for (const type of ['bot', 'network', 'openline', 'supervisor', 'personal'])
        heard.push([type, await heardInGroup(world, type)]);
      expect(heard).toEqual([
        ['bot', 0],
        ['network', 0],
        ['openline', 0],
        ['supervisor', 1],
        ['personal', 1],
      ]);
    },
    async 'fields.eventMode'(world) {
      const told = [];
      for (const [i, eventMode] of [undefined, 'fetch', 'WebHook'].entries())
        told.push((await registered(world, { code: `bot${i}`, eventMode, webhookUrl: URL })).eventMode);
      expect(told).toEqual(['fetch', 'fetch', 'webhook']);
    },
    async 'fields.webhookUrl'(world) {
      const { eventMode } = await registered(world, { eventMode: 'webhook', webhookUrl: URL });
      expect(eventMode).toBe('webhook');
      expect(await heardInGroup(world, 'supervisor')).toBe(1);
    },
    ...answered('isHidden', [
      [undefined, false],
      ['Y', true],
      [true, true],
      ['N', false],
    ]),
    ...answered('isReactionsEnabled', [
      [undefined, true],
      ['N', false],
      [false, false],
    ]),
    async 'fields.isSupportOpenline'(world) {
      const told = [];
      for (const [i, more] of [{}, { isSupportOpenline: 'Y' }, { type: 'openline' }].entries())
        told.push((await registered(world, { code: `bot${i}`, ...more })).isSupportOpenline);
      expect(told).toEqual([false, true, true]);
    },
    ...answered('backgroundId', [
      [undefined, null],
      [null, null],
      ['no such background', null],
      ...BACKGROUNDS.map((one) => [one, one] as const),
    ]),
  },
});

const IN_THE_OBJECT = {
  lastActivityDate: false,
  mobileLastDate: false,
  desktopLastDate: false,
  departments: [],
  website: '',
  email: '',
};
