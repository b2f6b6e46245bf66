import { expect } from 'vitest';
import { PICTURE } from '../../scenes/chats.ts';
import { type Calls, type Case, own } from '../case.ts';
import { anybody, OF_OBJECT } from './chats.ts';

const NUMBER = expect.any(Number);

/** Only the dialog that is read decides what is seen; the id says where in it. */
const readFrom = (name: string): Case => ({
  params: { DIALOG_ID: own('dialog'), [name]: own('message') },
  may: { [name]: { theirs: expect.anything(), gone: expect.anything(), elsewhere: expect.anything() } },
});

/** The same of a search. */
const searchedFrom: Case = {
  params: { CHAT_ID: own('chat'), LAST_ID: own('message') },
  may: { LAST_ID: { theirs: expect.anything(), gone: expect.anything(), elsewhere: expect.anything() } },
};

/** Departments belong to all who work in a portal; those of another one are left out. */
const ofDepartments = (nothing: unknown): Case => ({
  params: { ID: [own('department')] },
  may: { 'ID.0': { theirs: expect.anything(), elsewhere: nothing, gone: nothing } },
});

/** To who is not in it, and where there is none, it is said that nothing was done. */
const NOT_THEIRS: Case['may'] = { DIALOG_ID: { theirs: false, gone: false, elsewhere: false } };

export const im: Readonly<Record<string, Calls>> = {
  'im.chat.add': [
    { params: { TITLE: 'New', USERS: [own('person')] }, may: anybody(NUMBER) },
    { params: { TITLE: 'New', ENTITY_TYPE: 'LEAD', ENTITY_ID: own('name') }, may: OF_OBJECT },
  ],
  'im.chat.get': {
    params: { ENTITY_TYPE: 'DEAL', ENTITY_ID: own('name') },
    // There is none, as far as the caller is to know.
    may: { ENTITY_ID: { theirs: null, elsewhere: null } },
  },
  'im.chat.leave': { params: { CHAT_ID: own('chat') } },
  'im.chat.mute': [{ params: { CHAT_ID: own('chat') } }, { params: { DIALOG_ID: own('dialog') } }],
  'im.chat.setOwner': [
    { params: { CHAT_ID: own('chat'), USER_ID: own('bot') } },
    { params: { DIALOG_ID: own('dialog'), USER_ID: own('bot') } },
  ],
  'im.chat.updateAvatar': [
    { params: { CHAT_ID: own('chat'), AVATAR: PICTURE } },
    { params: { DIALOG_ID: own('dialog'), AVATAR: PICTURE } },
  ],
  'im.chat.updateColor': [
    { params: { CHAT_ID: own('chat'), COLOR: 'SAND' } },
    { params: { DIALOG_ID: own('dialog'), COLOR: 'SAND' } },
  ],
  'im.chat.updateTitle': [
    { params: { CHAT_ID: own('chat'), TITLE: 'Changed' } },
    { params: { DIALOG_ID: own('dialog'), TITLE: 'Changed' } },
  ],
  'im.chat.user.add': { params: { CHAT_ID: own('chat'), USERS: [own('newcomer')] }, may: anybody(true) },
  'im.chat.user.delete': { params: { CHAT_ID: own('chat'), USER_ID: own('bot') } },
  'im.chat.user.list': { params: { CHAT_ID: own('chat') }, may: { CHAT_ID: { theirs: [] } } },
  'im.department.colleagues.list': { params: {} },
  'im.department.employees.get': ofDepartments([]),
  'im.department.get': ofDepartments([]),
  'im.department.managers.get': ofDepartments([]),
  'im.dialog.get': { params: { DIALOG_ID: own('dialog') } },
  'im.dialog.messages.get': [
    { params: { DIALOG_ID: own('dialog') } },
    { ...readFrom('LAST_ID') },
    { ...readFrom('FIRST_ID') },
  ],
  'im.dialog.messages.search': [{ params: { CHAT_ID: own('chat'), SEARCH_MESSAGE: 'message' } }, { ...searchedFrom }],
  'im.dialog.read': {
    movesReadMarks: true,
    params: { DIALOG_ID: own('dialog'), MESSAGE_ID: own('message') },
    // To who is not in it, and where there is none, it is said that nothing is read; the id is a number to read up to.
    may: {
      DIALOG_ID: { theirs: false, gone: false, elsewhere: false },
      MESSAGE_ID: { theirs: expect.anything(), gone: expect.anything(), elsewhere: expect.anything() },
    },
  },
  'im.dialog.read.all': { params: {}, movesReadMarks: true },
  'im.dialog.unread': {
    movesReadMarks: true,
    params: { DIALOG_ID: own('dialog'), MESSAGE_ID: own('message') },
    may: {
      DIALOG_ID: { theirs: false, gone: false, elsewhere: false },
      MESSAGE_ID: { theirs: true, gone: true, elsewhere: true },
    },
  },
  'im.dialog.users.list': [
    { params: { DIALOG_ID: own('dialog') } },
    {
      params: { DIALOG_ID: own('dialog'), LAST_ID: own('person') },
      may: { LAST_ID: { theirs: expect.anything(), gone: expect.anything(), elsewhere: expect.anything() } },
    },
  ],
  'im.dialog.writing': { params: { DIALOG_ID: own('dialog') } },
  'im.message.add': { params: { DIALOG_ID: own('dialog'), MESSAGE: 'Hello', REPLY_ID: own('message') } },
  'im.message.command': {
    params: { MESSAGE_ID: own('botMessage'), BOT_ID: own('bot'), COMMAND: own('name'), COMMAND_PARAMS: 'go' },
  },
  'im.message.delete': { params: { MESSAGE_ID: own('message') } },
  'im.message.like': { params: { MESSAGE_ID: own('message') } },
  'im.message.share': { params: { MESSAGE_ID: own('message'), DIALOG_ID: own('dialog'), TYPE: 'CHAT' } },
  'im.message.update': { params: { MESSAGE_ID: own('message'), MESSAGE: 'Changed' } },
  'im.recent.get': { params: {} },
  'im.recent.hide': { params: { DIALOG_ID: own('dialog') }, may: NOT_THEIRS },
  'im.recent.list': { params: {} },
  'im.recent.pin': { params: { DIALOG_ID: own('dialog') } },
  'im.recent.unread': { params: { DIALOG_ID: own('dialog') }, may: NOT_THEIRS },
  'im.revision.get': { params: {} },
  'im.search.chat.list': { params: { FIND: 'only' } },
  'im.search.department.list': { params: { FIND: '' } },
  'im.search.last.add': {
    params: { DIALOG_ID: own('dialog') },
    may: { DIALOG_ID: { theirs: false, gone: false, elsewhere: false } },
  },
  'im.search.last.delete': {
    params: { DIALOG_ID: own('dialog') },
    may: { DIALOG_ID: { theirs: false, gone: false, elsewhere: false } },
  },
  'im.search.last.get': { params: {} },
  'im.search.user.list': { params: { FIND: 'only' } },
  'im.user.get': {
    params: { ID: own('person') },
    may: { ID: { theirs: expect.objectContaining({ name: 'Bob Birch' }) } },
  },
  'im.user.status.get': { params: {} },
  'im.user.status.idle.end': { params: {}, changesSelf: true },
  'im.user.status.idle.start': { params: {}, changesSelf: true },
  'im.user.status.set': { params: { STATUS: 'away' }, changesSelf: true },
  'im.user.list.get': {
    params: { ID: [own('person')] },
    may: { 'ID.0': { theirs: expect.anything(), elsewhere: {} } },
  },
};
