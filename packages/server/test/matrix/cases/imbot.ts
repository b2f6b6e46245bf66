import { expect } from 'vitest';
import { PICTURE } from '../../scenes/chats.ts';
import { type Calls, own } from '../case.ts';
import { anybody, OF_OBJECT } from './chats.ts';
import { im } from './im.ts';

const HANDLER = 'http://127.0.0.1:9/mine';
const LANG = [{ LANGUAGE_ID: 'en', TITLE: 'Mine' }];
const NUMBER = expect.any(Number);

export const imbot: Readonly<Record<string, Calls>> = {
  'imbot.app.register': {
    params: { BOT_ID: own('bot'), CODE: 'another', JS_METHOD: 'SEND', JS_PARAM: '/mine', LANG },
  },
  'imbot.app.unregister': { params: { APP_ID: own('chatApp') } },
  'imbot.app.update': { params: { APP_ID: own('chatApp'), FIELDS: { CONTEXT: 'CHAT' } } },
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
  'imbot.chat.setManager': { params: { CHAT_ID: own('botChat'), BOT_ID: own('bot'), USER_ID: own('person') } },
  'imbot.chat.setOwner': { params: { CHAT_ID: own('botChat'), BOT_ID: own('bot'), USER_ID: own('person') } },
  'imbot.chat.updateAvatar': { params: { CHAT_ID: own('botChat'), BOT_ID: own('bot'), AVATAR: PICTURE } },
  'imbot.chat.updateColor': { params: { CHAT_ID: own('botChat'), BOT_ID: own('bot'), COLOR: 'SAND' } },
  'imbot.chat.updateTitle': { params: { CHAT_ID: own('botChat'), BOT_ID: own('bot'), TITLE: 'Changed' } },
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
