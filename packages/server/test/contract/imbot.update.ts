import { expect } from 'vitest';
import { PICTURE } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { userSeenBy } from '../scenes/people.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { type Contract, contract } from './contract.ts';

const update = async (world: World, fields: Record<string, unknown>) => ({
  params: { BOT_ID: await world.bot(), FIELDS: fields, CLIENT_ID },
});

/** The bot after one of its properties was set. */
async function withProperty(world: World, name: string, value: string): Promise<Record<string, unknown>> {
  const bot = await world.bot();
  await world.alice.ok('imbot.update', { BOT_ID: bot, FIELDS: { PROPERTIES: { [name]: value } }, CLIENT_ID });
  return userSeenBy(world.alice, bot);
}

/** What is heard at the address given for `field` of all that can happen between Alice and a bot, its end included. */
async function heardAt(world: World, field: string): Promise<string[]> {
  const { alice } = world;
  const [before, handler] = [await world.handler(), await world.handler()];
  const bot = await world.bot({ handler: before });
  await alice.ok('imbot.update', { BOT_ID: bot, FIELDS: { [field]: handler.url }, CLIENT_ID });
  const message = await alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'first' });
  await alice.ok('im.message.update', { MESSAGE_ID: message, MESSAGE: 'second' });
  await alice.ok('im.message.delete', { MESSAGE_ID: message });
  await world.settled();
  await alice.ok('imbot.unregister', { BOT_ID: bot, CLIENT_ID });
  await world.settled();
  return handler.received.map(({ body }) => body.event);
}

const hears = (field: string, ...events: string[]) => ({
  [`FIELDS.${field}`]: async (world: World) => expect(await heardAt(world, field)).toEqual(events),
});

const property = (name: string, key: string, value: string, shown: unknown = value) => ({
  [`FIELDS.PROPERTIES.${name}`]: async (world: World) =>
    expect((await withProperty(world, name, value))[key]).toEqual(shown),
});

const wrongUrl = (field: string) => ({
  [`${field}_ERROR: Wrong handler URL`]: (world: World) => update(world, { [field]: 'ftp://example.com' }),
});

const errors: Contract['errors'] = {
  'WRONG_AUTH_TYPE: Access for this method not allowed by session authorization.': () => ({
    auth: 'session',
    params: {},
  }),
  'ACCESS_DENIED: Access denied! Client ID not specified': async (world) => ({
    params: { BOT_ID: await world.bot(), FIELDS: { CODE: 'new' } },
  }),
  'BOT_ID_ERROR: Bot not found': () => ({ params: { BOT_ID: NOBODY, FIELDS: { CODE: 'new' }, CLIENT_ID } }),
  'APP_ID_ERROR: Bot was installed by another REST application': async (world) => ({
    params: { BOT_ID: await foreignBot(world), FIELDS: { CODE: 'new' }, CLIENT_ID },
  }),
  ...wrongUrl('EVENT_MESSAGE_ADD'),
  ...wrongUrl('EVENT_MESSAGE_UPDATE'),
  ...wrongUrl('EVENT_MESSAGE_DELETE'),
  ...wrongUrl('EVENT_WELCOME_MESSAGE'),
  ...wrongUrl('EVENT_BOT_DELETE'),
  "NAME_ERROR: Bot name isn't specified": (world) => update(world, { PROPERTIES: { NAME: '', LAST_NAME: '' } }),
  "WRONG_REQUEST: Update fields can't be empty": (world) => update(world, { PROPERTIES: {} }),
  "WRONG_REQUEST: Bot can't be updated": async (world) => {
    const cause = await update(world, { PROPERTIES: { NAME: 'New' } });
    await storeRefuses(world, 'update on "user"');
    return cause;
  },
};

export default contract({
  method: 'imbot.update',
  example: (world) =>
    update(world, {
      CODE: 'newbot_v2',
      EVENT_HANDLER: 'https://example.com/bot/events',
      PROPERTIES: { NAME: 'UpdatedBot', WORK_POSITION: 'Updated description' },
    }),
  errors,
  params: {
    async BOT_ID({ alice, bot }) {
      const [one, other] = [await bot({ code: 'one' }), await bot({ code: 'other' })];
      await alice.ok('imbot.update', { BOT_ID: other, FIELDS: { CODE: 'changed' }, CLIENT_ID });
      const bots = await alice.ok('imbot.bot.list');
      expect([bots[one].CODE, bots[other].CODE]).toEqual(['one', 'changed']);
    },
    async 'FIELDS.CODE'({ alice, bot }) {
      const [id] = [await bot({ code: 'one' }), await bot({ code: 'other' })];
      await alice.ok('imbot.update', { BOT_ID: id, FIELDS: { CODE: 'changed' }, CLIENT_ID });
      expect((await alice.ok('imbot.bot.list'))[id].CODE).toBe('changed');
      await expectRefusal(alice, 'imbot.update', { BOT_ID: id, FIELDS: { CODE: 'other' }, CLIENT_ID }, 'WRONG_REQUEST');
    },
    ...hears(
      'EVENT_HANDLER',
      'ONIMBOTJOINCHAT',
      'ONIMBOTMESSAGEADD',
      'ONIMBOTMESSAGEUPDATE',
      'ONIMBOTMESSAGEDELETE',
      'ONIMBOTDELETE',
    ),
    ...hears('EVENT_MESSAGE_ADD', 'ONIMBOTMESSAGEADD'),
    ...hears('EVENT_MESSAGE_UPDATE', 'ONIMBOTMESSAGEUPDATE'),
    ...hears('EVENT_MESSAGE_DELETE', 'ONIMBOTMESSAGEDELETE'),
    ...hears('EVENT_WELCOME_MESSAGE', 'ONIMBOTJOINCHAT'),
    ...hears('EVENT_BOT_DELETE', 'ONIMBOTDELETE'),
    ...property('NAME', 'first_name', 'Updated'),
    ...property('LAST_NAME', 'last_name', 'Botson'),
    ...property('COLOR', 'color', 'LIGHT_BLUE', '#4ba5c3'),
    ...property('EMAIL', 'email', 'updated@example.com'),
    ...property('PERSONAL_BIRTHDAY', 'birthday', '2016-03-11', '11-03'),
    ...property('WORK_POSITION', 'work_position', 'Updated description'),
    ...property('PERSONAL_WWW', 'website', 'https://example.com'),
    ...property('PERSONAL_GENDER', 'gender', 'F'),
    ...property('PERSONAL_PHOTO', 'avatar', PICTURE, expect.stringMatching(/^http.*\.png$/)),
    async CLIENT_ID({ alice, bot }) {
      const params = { BOT_ID: await bot({ clientId: 'mine' }), FIELDS: { CODE: 'changed' } };
      await expectRefusal(alice, 'imbot.update', { ...params, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
      await alice.ok('imbot.update', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
