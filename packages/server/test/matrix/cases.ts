import { expect } from 'vitest';
import { type Calls, type Case, own } from './case.ts';

/*
 * For each method a call, or several, that succeeds for a caller who names things of their own, and which of them may be
 * somebody else's without a refusal. A method that is missing here fails the run, and so does a parameter that carries
 * an id and stands in none of the calls.
 */

const HANDLER = 'http://127.0.0.1:9/mine';
const LANG = [{ LANGUAGE_ID: 'en', TITLE: 'Mine' }];
const NUMBER = expect.any(Number);
/** Everybody may be brought in, and those who are not there are left out in silence. */
const anybody = (result: unknown): NonNullable<Case['may']> => ({ 'USERS.0': { theirs: result, elsewhere: result } });

const BY_ADMINISTRATORS = { by: 'administrators' } as const;

const basic: Readonly<Record<string, Calls>> = {
  'app.info': { params: {} },
  batch: { params: { cmd: { who: 'profile' } } },
  'method.get': { params: { name: 'profile' } },
  methods: { params: {} },
  profile: { params: {} },
  scope: { params: {} },
  'server.time': { params: {} },
  'access.name': { params: { ACCESS: 'AU' } },
  // One by its name here, all of them in user.option.get.
  'app.option.get': { params: { option: own('name') }, may: { option: { theirs: null, elsewhere: null } } },
  'app.option.set': { params: { options: { mine: 'kept' } }, ...BY_ADMINISTRATORS },
  'feature.get': { params: { CODE: 'rest_offline_extended' } },
  'user.access': { params: { ACCESS: 'AU' } },
  'user.admin': { params: {} },
  'user.option.get': [
    { params: {} },
    { params: { option: own('name') }, may: { option: { theirs: null, elsewhere: null } } },
  ],
  'user.option.set': { params: { options: { mine: 'kept' } } },
};

/** An object outside of the portal is nobody's: chats of several people may belong to one. */
const OF_OBJECT: Case['may'] = { ENTITY_ID: { theirs: NUMBER, elsewhere: NUMBER } };

/** Only the dialog that is read decides what is seen; the id says where in it. */
const readFrom = (name: string): Case => ({
  params: { DIALOG_ID: own('dialog'), [name]: own('message') },
  may: { [name]: { theirs: expect.anything(), gone: expect.anything(), elsewhere: expect.anything() } },
});

const im: Readonly<Record<string, Calls>> = {
  'im.chat.add': [
    { params: { TITLE: 'New', USERS: [own('person')] }, may: anybody(NUMBER) },
    { params: { TITLE: 'New', ENTITY_TYPE: 'LEAD', ENTITY_ID: own('name') }, may: OF_OBJECT },
  ],
  'im.chat.get': {
    params: { ENTITY_TYPE: 'DEAL', ENTITY_ID: own('name') },
    // There is none, as far as the caller is to know.
    may: { ENTITY_ID: { theirs: null, elsewhere: null } },
  },
  'im.chat.user.add': { params: { CHAT_ID: own('chat'), USERS: [own('newcomer')] }, may: anybody(true) },
  'im.chat.user.list': { params: { CHAT_ID: own('chat') }, may: { CHAT_ID: { theirs: [] } } },
  'im.dialog.get': { params: { DIALOG_ID: own('dialog') } },
  'im.dialog.messages.get': [
    { params: { DIALOG_ID: own('dialog') } },
    { ...readFrom('LAST_ID') },
    { ...readFrom('FIRST_ID') },
  ],
  'im.message.add': { params: { DIALOG_ID: own('dialog'), MESSAGE: 'Hello', REPLY_ID: own('message') } },
  'im.message.command': {
    params: { MESSAGE_ID: own('botMessage'), BOT_ID: own('bot'), COMMAND: own('name'), COMMAND_PARAMS: 'go' },
  },
  'im.message.delete': { params: { MESSAGE_ID: own('message') } },
  'im.message.like': { params: { MESSAGE_ID: own('message') } },
  'im.message.update': { params: { MESSAGE_ID: own('message'), MESSAGE: 'Changed' } },
  'im.user.get': {
    params: { ID: own('person') },
    may: { ID: { theirs: expect.objectContaining({ name: 'Bob Birch' }) } },
  },
  'im.user.list.get': {
    params: { ID: [own('person')] },
    may: { 'ID.0': { theirs: expect.anything(), elsewhere: {} } },
  },
};

const imbot: Readonly<Record<string, Calls>> = {
  'imbot.bot.list': { params: {} },
  'imbot.chat.add': [
    { params: { BOT_ID: own('bot'), USERS: [own('person')] }, may: anybody(NUMBER) },
    { params: { BOT_ID: own('bot'), ENTITY_TYPE: 'LEAD', ENTITY_ID: own('name') }, may: OF_OBJECT },
  ],
  'imbot.chat.get': im['im.chat.get'] as Calls,
  'imbot.chat.leave': { params: { CHAT_ID: own('chat'), BOT_ID: own('bot') } },
  'imbot.chat.sendTyping': {
    params: { BOT_ID: own('bot'), DIALOG_ID: own('dialog') },
    // Where the bot is not, nobody sees it typing.
    may: { DIALOG_ID: { theirs: true, elsewhere: true } },
  },
  'imbot.chat.user.add': {
    params: { CHAT_ID: own('botChat'), BOT_ID: own('bot'), USERS: [own('newcomer')] },
    may: { 'USERS.0': { theirs: true } },
  },
  'imbot.chat.user.delete': { params: { CHAT_ID: own('botChat'), BOT_ID: own('bot'), USER_ID: own('person') } },
  'imbot.chat.user.list': { params: { CHAT_ID: own('botChat'), BOT_ID: own('bot') } },
  'imbot.command.answer': [
    { params: { COMMAND_ID: own('command'), MESSAGE_ID: own('invocation'), MESSAGE: 'Answer' } },
    { params: { COMMAND: own('name'), BOT_ID: own('bot'), MESSAGE_ID: own('invocation'), MESSAGE: 'Answer' } },
  ],
  'imbot.command.register': {
    params: { BOT_ID: own('bot'), COMMAND: 'another', EVENT_COMMAND_ADD: HANDLER, LANG },
  },
  'imbot.command.unregister': { params: { COMMAND_ID: own('command') } },
  'imbot.command.update': { params: { COMMAND_ID: own('command'), FIELDS: { COMMAND: 'renamed' } } },
  'imbot.dialog.get': { params: { DIALOG_ID: own('dialog') } },
  'imbot.message.add': [
    { params: { BOT_ID: own('bot'), DIALOG_ID: own('dialog'), MESSAGE: 'Hello' } },
    {
      params: { BOT_ID: own('bot'), FROM_USER_ID: own('person'), TO_USER_ID: own('newcomer'), MESSAGE: 'Hello' },
      // A line of the system, between any two people of the portal.
      may: { FROM_USER_ID: { theirs: NUMBER }, TO_USER_ID: { theirs: NUMBER } },
    },
  ],
  'imbot.message.delete': { params: { BOT_ID: own('bot'), MESSAGE_ID: own('botMessage') } },
  'imbot.message.like': { params: { BOT_ID: own('bot'), MESSAGE_ID: own('message') } },
  'imbot.message.update': { params: { BOT_ID: own('bot'), MESSAGE_ID: own('botMessage'), MESSAGE: 'Changed' } },
  'imbot.register': {
    params: { CODE: own('name'), EVENT_HANDLER: own('handler'), PROPERTIES: { NAME: 'Another' } },
    // An address is nobody's, and what a bot is called elsewhere is free here.
    may: { CODE: { elsewhere: NUMBER }, EVENT_HANDLER: { theirs: NUMBER, elsewhere: NUMBER } },
  },
  'imbot.unregister': { params: { BOT_ID: own('bot') } },
  'imbot.update': [
    { params: { BOT_ID: own('bot'), FIELDS: { PROPERTIES: { NAME: 'Renamed' } } } },
    { params: { BOT_ID: own('bot'), FIELDS: { CODE: own('name') } }, may: { 'FIELDS.CODE': { elsewhere: true } } },
  ],
};

/** Another one with every call. */
function anotherName(): object {
  let count = 0;
  return {
    toJSON() {
      count += 1;
      return `NEW${count}`;
    },
  };
}

const user: Readonly<Record<string, Calls>> = {
  'user.add': [
    {
      params: { EMAIL: own('email'), UF_DEPARTMENT: [own('department')] },
      ...BY_ADMINISTRATORS,
      may: { EMAIL: { elsewhere: NUMBER } },
    },
    {
      params: { EMAIL: own('email'), EXTRANET: 'Y', SONET_GROUP_ID: [own('workgroup')] },
      ...BY_ADMINISTRATORS,
      may: { EMAIL: { elsewhere: NUMBER } },
    },
  ],
  'user.update': [
    { params: { ID: own('subordinate'), WORK_POSITION: 'Changed' }, ...BY_ADMINISTRATORS },
    { params: { ID: own('subordinate'), UF_DEPARTMENT: [own('department')] }, ...BY_ADMINISTRATORS },
  ],
  'user.current': { params: {} },
  'user.fields': { params: {} },
  'user.userfield.add': {
    params: { fields: { FIELD_NAME: anotherName(), USER_TYPE_ID: 'string' } },
    ...BY_ADMINISTRATORS,
  },
  'user.userfield.delete': { params: { id: own('field') }, ...BY_ADMINISTRATORS },
  'user.userfield.file.get': {
    params: { id: own('person'), field: own('fieldName'), value: own('file') },
  },
  'user.userfield.list': { params: {}, ...BY_ADMINISTRATORS },
  'user.userfield.update': { params: { id: own('field'), fields: { SORT: 7 } }, ...BY_ADMINISTRATORS },
  'user.search': {
    params: { FILTER: { FIND: own('firstName') } },
    may: { 'FILTER.FIND': { theirs: [expect.objectContaining({ NAME: 'Bob' })], elsewhere: [] } },
  },
  'user.get': {
    params: { ID: own('person') },
    may: { ID: { theirs: [expect.objectContaining({ NAME: 'Bob' })], elsewhere: [] } },
  },
};

/** What others have in hand is as good as nothing. */
const inHand = (params: Case['params'] = {}, result: unknown = true): Case => ({
  params: { process_id: own('process'), ...params },
  may: Object.fromEntries(
    ['process_id', 'id.0', 'message_id.0'].map((path) => [path, { theirs: result, elsewhere: result }]),
  ),
  ...BY_ADMINISTRATORS,
});
const NOTHING_IN_HAND = expect.objectContaining({ events: [] });

const event: Readonly<Record<string, Calls>> = {
  events: { params: {} },
  'event.bind': [
    { params: { event: 'ONAPPTEST', handler: HANDLER } },
    { params: { event: 'ONAPPTEST', handler: `${HANDLER}/named`, auth_type: own('person') } },
  ],
  'event.get': { params: {} },
  'event.offline.clear': [inHand(), inHand({ id: [own('record')] }), inHand({ message_id: [own('recordMessage')] })],
  'event.offline.error': [inHand(), inHand({ message_id: [own('recordMessage')] })],
  'event.offline.get': [{ params: {}, ...BY_ADMINISTRATORS }, inHand({}, NOTHING_IN_HAND)],
  'event.offline.list': { params: {}, ...BY_ADMINISTRATORS },
  'event.test': { params: { any: 'data' } },
  'event.unbind': [{ params: {} }, { params: { auth_type: own('person') } }],
};

const all: Readonly<Record<string, Calls>> = { ...basic, ...im, ...imbot, ...user, ...event };

export const cases: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  Object.entries(all).map(([name, calls]) => [name, [calls].flat()]),
);
