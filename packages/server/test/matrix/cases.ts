import { expect } from 'vitest';
import { type Case, own } from './case.ts';

/*
 * One line for each method: a call that succeeds for a caller who names things of their own, and which of them may be
 * somebody else's without a refusal. A method that is missing here fails the run.
 */

const HANDLER = 'http://127.0.0.1:9/mine';
const LANG = [{ LANGUAGE_ID: 'en', TITLE: 'Mine' }];
const NUMBER = expect.any(Number);
/** Everybody may be brought in, and those who are not there are left out in silence. */
const anybody = (result: unknown): NonNullable<Case['may']> => ({ 'USERS.0': { theirs: result, elsewhere: result } });

const BY_ADMINISTRATORS = { by: 'administrators' } as const;

const basic: Readonly<Record<string, Case>> = {
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
  'user.option.get': { params: {} },
  'user.option.set': { params: { options: { mine: 'kept' } } },
};

const im: Readonly<Record<string, Case>> = {
  'im.chat.add': { params: { TITLE: 'New', USERS: [own('person')] }, may: anybody(NUMBER) },
  'im.chat.get': {
    params: { ENTITY_TYPE: 'DEAL', ENTITY_ID: own('name') },
    // There is none, as far as the caller is to know.
    may: { ENTITY_ID: { theirs: null, elsewhere: null } },
  },
  'im.chat.user.add': { params: { CHAT_ID: own('chat'), USERS: [own('newcomer')] }, may: anybody(true) },
  'im.chat.user.list': { params: { CHAT_ID: own('chat') }, may: { CHAT_ID: { theirs: [] } } },
  'im.dialog.get': { params: { DIALOG_ID: own('dialog') } },
  'im.dialog.messages.get': { params: { DIALOG_ID: own('dialog') } },
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

const imbot: Readonly<Record<string, Case>> = {
  'imbot.bot.list': { params: {} },
  'imbot.chat.add': { params: { BOT_ID: own('bot'), USERS: [own('person')] }, may: anybody(NUMBER) },
  'imbot.chat.get': im['im.chat.get'] as Case,
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
  'imbot.command.answer': {
    params: { COMMAND_ID: own('command'), MESSAGE_ID: own('invocation'), MESSAGE: 'Answer' },
  },
  'imbot.command.register': {
    params: { BOT_ID: own('bot'), COMMAND: 'another', EVENT_COMMAND_ADD: HANDLER, LANG },
  },
  'imbot.command.unregister': { params: { COMMAND_ID: own('command') } },
  'imbot.command.update': { params: { COMMAND_ID: own('command'), FIELDS: { COMMAND: 'renamed' } } },
  'imbot.dialog.get': { params: { DIALOG_ID: own('dialog') } },
  'imbot.message.add': { params: { BOT_ID: own('bot'), DIALOG_ID: own('dialog'), MESSAGE: 'Hello' } },
  'imbot.message.delete': { params: { BOT_ID: own('bot'), MESSAGE_ID: own('botMessage') } },
  'imbot.message.like': { params: { BOT_ID: own('bot'), MESSAGE_ID: own('message') } },
  'imbot.message.update': { params: { BOT_ID: own('bot'), MESSAGE_ID: own('botMessage'), MESSAGE: 'Changed' } },
  'imbot.register': {
    params: { CODE: own('name'), EVENT_HANDLER: own('handler'), PROPERTIES: { NAME: 'Another' } },
    // An address is nobody's, and what a bot is called elsewhere is free here.
    may: { CODE: { elsewhere: NUMBER }, EVENT_HANDLER: { theirs: NUMBER, elsewhere: NUMBER } },
  },
  'imbot.unregister': { params: { BOT_ID: own('bot') } },
  'imbot.update': { params: { BOT_ID: own('bot'), FIELDS: { PROPERTIES: { NAME: 'Renamed' } } } },
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

const user: Readonly<Record<string, Case>> = {
  'user.add': {
    params: { EMAIL: own('email'), UF_DEPARTMENT: [1] },
    ...BY_ADMINISTRATORS,
    may: { EMAIL: { elsewhere: NUMBER } },
  },
  'user.update': { params: { ID: own('subordinate'), WORK_POSITION: 'Changed' }, ...BY_ADMINISTRATORS },
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
const inHand: Case = { params: { process_id: own('process') }, may: { process_id: { theirs: true, elsewhere: true } } };

const event: Readonly<Record<string, Case>> = {
  events: { params: {} },
  'event.bind': { params: { event: 'ONAPPTEST', handler: HANDLER } },
  'event.get': { params: {} },
  'event.offline.clear': { ...inHand, ...BY_ADMINISTRATORS },
  'event.offline.error': { ...inHand, ...BY_ADMINISTRATORS },
  'event.offline.get': { params: {}, ...BY_ADMINISTRATORS },
  'event.offline.list': { params: {}, ...BY_ADMINISTRATORS },
  'event.test': { params: { any: 'data' } },
  'event.unbind': { params: {} },
};

export const cases: Readonly<Record<string, Case>> = { ...basic, ...im, ...imbot, ...user, ...event };
