import { expect } from 'vitest';
import { joinGroup, PICTURE } from '../scenes/chats.ts';
import { userSeenBy } from '../scenes/people.ts';
import { storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type Handler, type World } from '../world.ts';
import { type Contract, contract } from './contract.ts';

const draft = {
  CODE: 'newbot',
  TYPE: 'B',
  EVENT_HANDLER: 'https://example.com/bot/events',
  OPENLINE: 'N',
  PROPERTIES: { NAME: 'NewBot', WORK_POSITION: 'Support bot' },
  CLIENT_ID,
};

const register = (more: Record<string, unknown>) => () => ({ params: { ...draft, ...more } });

/** Separate handlers, without the one that is named. */
function without(name: string, more: Record<string, unknown> = {}) {
  const { EVENT_HANDLER: url, ...rest } = draft;
  const { [name]: _, ...handlers } = {
    EVENT_MESSAGE_ADD: url,
    EVENT_WELCOME_MESSAGE: url,
    EVENT_BOT_DELETE: url,
  } as Record<string, string>;
  return () => ({ params: { ...rest, ...handlers, ...more } });
}

const wrongUrl = (field: string) => ({
  [`${field}_ERROR: Wrong handler URL`]: without('none', { [field]: 'ftp://example.com' }),
});

const errors: Contract['errors'] = {
  'WRONG_AUTH_TYPE: Access for this method not allowed by session authorization': () => ({
    auth: 'session',
    params: {},
  }),
  // Blanks name nobody.
  'ACCESS_DENIED: Access denied! Client ID not specified': register({ CLIENT_ID: '  ' }),
  'EVENT_MESSAGE_ADD_ERROR: Handler for "Message add" event isn\'t specified': without('EVENT_MESSAGE_ADD'),
  ...wrongUrl('EVENT_MESSAGE_ADD'),
  ...wrongUrl('EVENT_MESSAGE_UPDATE'),
  ...wrongUrl('EVENT_MESSAGE_DELETE'),
  'EVENT_WELCOME_MESSAGE_ERROR: Handler for "Welcome message" event isn\'t specified': without('EVENT_WELCOME_MESSAGE'),
  ...wrongUrl('EVENT_WELCOME_MESSAGE'),
  'EVENT_BOT_DELETE_ERROR: Handler for "Bot delete" event isn\'t specified': without('EVENT_BOT_DELETE'),
  ...wrongUrl('EVENT_BOT_DELETE'),
  "CODE_ERROR: Bot code isn't specified": register({ CODE: '' }),
  "NAME_ERROR: Bot name isn't specified": register({ PROPERTIES: { NAME: ' ' } }),
  'MAX_COUNT_ERROR: Has reached the maximum number of bots for application (max: 5)': async (world) => {
    for (const code of ['1', '2', '3', '4', '5']) await world.bot({ code });
    // What stands lower in the table is not looked at.
    return { params: { ...draft, PROPERTIES: { NAME: 'New', PERSONAL_PHOTO: 'no picture' } } };
  },
  "WRONG_REQUEST: Bot can't be created": async (world) => {
    await storeRefuses(world, 'insert on bot');
    return { params: draft };
  },
};

/** What is heard at the address given for `field` of all that can happen to a supervisor, its end included. */
async function heardAt(world: World, field: string): Promise<string[]> {
  const { alice } = world;
  const [others, handler] = [await world.handler(), await world.handler()];
  const handlers = {
    EVENT_HANDLER: '',
    EVENT_MESSAGE_ADD: others.url,
    EVENT_MESSAGE_UPDATE: others.url,
    EVENT_MESSAGE_DELETE: others.url,
    EVENT_WELCOME_MESSAGE: others.url,
    EVENT_BOT_DELETE: others.url,
  };
  const bot = await world.bot({ type: 'S', more: { ...handlers, [field]: handler.url } });
  const message = await alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'first' });
  await alice.ok('im.message.update', { MESSAGE_ID: message, MESSAGE: 'second' });
  await alice.ok('im.message.delete', { MESSAGE_ID: message });
  await world.settled();
  await alice.ok('imbot.unregister', { BOT_ID: bot, CLIENT_ID });
  await world.settled();
  return handler.received.map(({ body }) => body.event);
}

const hears = (field: string, ...events: string[]) => ({
  [field]: async (world: World) => expect(await heardAt(world, field)).toEqual(events),
});

const property = (name: string, key: string, value: string, shown: unknown = value) => ({
  [`PROPERTIES.${name}`]: async (world: World) => {
    const bot = await world.alice.ok('imbot.register', { ...draft, PROPERTIES: { NAME: 'NewBot', [name]: value } });
    expect((await userSeenBy(world.alice, bot))[key]).toEqual(shown);
  },
});

async function heardInGroup(world: World, handler: Handler, type: string): Promise<number> {
  await joinGroup(world, await world.bot({ type, code: type, handler }));
  await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'to nobody in particular' });
  await world.settled();
  return handler.events('ONIMBOTMESSAGEADD').length;
}

export default contract({
  method: 'imbot.register',
  example: async () => ({ params: draft }),
  errors,
  params: {
    async CODE(world) {
      const bot = await world.alice.ok('imbot.register', draft);
      expect((await world.alice.ok('imbot.bot.list'))[bot].CODE).toBe('newbot');
      const { body } = await world.alice.call('imbot.register', { ...draft, CLIENT_ID: 'other' });
      expect(body).toMatchObject({
        error_description: "Bot can't be created",
        error_details: 'another bot of the portal has this code',
      });
    },
    async TYPE(world) {
      const handler = await world.handler();
      expect(await heardInGroup(world, handler, 'B')).toBe(0);
      expect(await heardInGroup(world, handler, 'S')).toBe(1);
    },
    async OPENLINE({ alice }) {
      const [closed, open, forced] = [
        await alice.ok('imbot.register', draft),
        await alice.ok('imbot.register', { ...draft, CODE: 'open', OPENLINE: 'Y' }),
        await alice.ok('imbot.register', { ...draft, CODE: 'forced', TYPE: 'O' }),
      ];
      const bots = await alice.ok('imbot.bot.list');
      expect([closed, open, forced].map((bot) => bots[bot].OPENLINE)).toEqual(['N', 'Y', 'Y']);
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
    async CLIENT_ID({ alice }) {
      const bot = await alice.ok('imbot.register', { ...draft, CLIENT_ID: 'mine' });
      expect(await alice.ok('imbot.register', { ...draft, CLIENT_ID: 'mine' })).toBe(bot);
      expect((await alice.call('imbot.register', { ...draft, CLIENT_ID: 'not-mine' })).body.error).toBe(
        'WRONG_REQUEST',
      );
    },
    ...property('NAME', 'first_name', 'Named'),
    ...property('LAST_NAME', 'last_name', 'Botson'),
    ...property('COLOR', 'color', 'LIGHT_BLUE', '#4ba5c3'),
    ...property('EMAIL', 'email', 'bot@example.com'),
    ...property('PERSONAL_BIRTHDAY', 'birthday', '2016-03-11', '11-03'),
    ...property('WORK_POSITION', 'work_position', 'Support bot'),
    ...property('PERSONAL_WWW', 'website', 'https://example.com'),
    ...property('PERSONAL_GENDER', 'gender', 'F'),
    ...property('PERSONAL_PHOTO', 'avatar', PICTURE, expect.stringMatching(/^http.*\.png$/)),
  },
});
