import { expect } from 'vitest';
import { type Calls, own } from '../case.ts';

const REGISTERED = expect.objectContaining({ bot: expect.anything() });

/** What whoever does not own it is told of a bot. */
const OUTLINE = expect.objectContaining({ bot: expect.not.objectContaining({ eventMode: expect.anything() }) });
const MADE = expect.objectContaining({ chat: expect.anything() });
const DONE = { result: true };
const FILE = { name: 'hello.txt', content: 'SGVsbG8gV29ybGQh' };
const SENT = { id: expect.any(Number), uuidMap: [] };

const botId = own('secondBot');
/** The bot of generation 2, in the group with its person, and what the person wrote there. */
const inOwn = { botId, dialogId: own('secondDialog') } as const;
const inChat = { botId, dialogId: own('dialog') } as const;

export const imV2: Readonly<Record<string, Calls>> = {
  'im.v2.Event.subscribe': { params: {} },
  'im.v2.Event.unsubscribe': { params: {} },
  'im.v2.Event.get': { params: {} },
  'im.v2.File.upload': { params: { dialogId: own('dialog'), fields: FILE } },
  'im.v2.File.download': { params: { dialogId: 'any', fileId: own('chatFile') } },
  'im.v2.Chat.Bot.sendContext': {
    params: { dialogId: own('bot'), context: {} },
    // Anybody may open the dialog with a bot.
    may: { dialogId: { theirs: { result: true } } },
    meets: true,
  },
};

export const imbotV2: Readonly<Record<string, Calls>> = {
  'imbot.v2.Revision.get': { params: {} },
  'imbot.v2.Bot.register': {
    params: {
      fields: {
        code: own('code'),
        properties: { name: 'Another' },
        eventMode: 'webhook',
        webhookUrl: own('handler'),
      },
    },
    // An address is nobody's, and what a bot is called elsewhere is free here.
    may: {
      'fields.code': { elsewhere: REGISTERED },
      'fields.webhookUrl': { theirs: REGISTERED, elsewhere: REGISTERED },
    },
  },
  'imbot.v2.Bot.get': [
    // Others are told the outline (V10).
    { params: { botId }, may: { botId: { theirs: OUTLINE } } },
    { params: { code: own('code') }, may: { code: { theirs: OUTLINE } } },
  ],
  'imbot.v2.Bot.list': { params: {} },
  'imbot.v2.Bot.update': { params: { botId, fields: { isHidden: 'Y' } } },
  'imbot.v2.Bot.unregister': { params: { botId } },
  'imbot.v2.Event.get': { params: { botId } },
  'imbot.v2.Chat.Message.send': {
    params: { ...inChat, fields: { message: 'Hello', replyId: own('message'), forwardIds: { one: own('message') } } },
    // What is not there to be forwarded is left out (V46).
    may: { 'fields.forwardIds.one': { theirs: SENT, gone: SENT, elsewhere: SENT } },
  },
  'imbot.v2.Chat.Message.update': { params: { botId, messageId: own('secondMessage'), fields: { message: 'New' } } },
  'imbot.v2.Chat.Message.delete': { params: { botId, messageId: own('secondMessage') } },
  'imbot.v2.Chat.Message.read': { params: { ...inChat, messageId: own('message') }, movesReadMarks: true },
  'imbot.v2.Chat.Message.get': { params: { botId, messageId: own('message') } },
  'imbot.v2.Chat.Message.getContext': { params: { botId, messageId: own('message') } },
  'imbot.v2.Chat.Message.Reaction.add': { params: { botId, messageId: own('message'), reaction: 'fire' } },
  'imbot.v2.Chat.Message.Reaction.delete': { params: { botId, messageId: own('message'), reaction: 'like' } },
  'imbot.v2.Command.list': { params: { botId } },
  'imbot.v2.Command.register': { params: { botId, fields: { command: 'new', title: { en: 'New' } } } },
  'imbot.v2.Command.update': { params: { botId, commandId: own('secondCommand'), fields: { hidden: 'Y' } } },
  'imbot.v2.Command.unregister': { params: { botId, commandId: own('secondCommand') } },
  'imbot.v2.Command.answer': {
    params: {
      ...inChat,
      commandId: own('secondCommand'),
      messageId: own('secondInvocation'),
      fields: { message: 'Done' },
    },
  },
  'imbot.v2.Chat.add': {
    params: { botId, fields: { title: 'New', userIds: [own('newcomer')], ownerId: own('person') } },
    may: {
      'fields.userIds.0': { theirs: MADE, elsewhere: MADE },
      'fields.ownerId': { theirs: MADE, elsewhere: MADE },
    },
  },
  'imbot.v2.Chat.get': { params: inChat },
  'imbot.v2.Chat.update': { params: { ...inOwn, fields: { title: 'Changed' } } },
  'imbot.v2.Chat.leave': { params: inOwn },
  'imbot.v2.Chat.setOwner': { params: { ...inOwn, userId: own('person') } },
  // Who is not there is passed over (V55).
  'imbot.v2.Chat.Manager.add': {
    params: { ...inOwn, userIds: [own('person')] },
    may: { 'userIds.0': { theirs: DONE, elsewhere: DONE } },
  },
  'imbot.v2.Chat.Manager.delete': {
    params: { ...inOwn, userIds: [own('person')] },
    may: { 'userIds.0': { theirs: DONE, elsewhere: DONE } },
  },
  'imbot.v2.Chat.User.add': {
    params: { ...inOwn, userIds: [own('newcomer')] },
    may: { 'userIds.0': { theirs: DONE, elsewhere: DONE } },
  },
  'imbot.v2.Chat.User.delete': {
    params: { ...inOwn, userId: own('person') },
    may: { userId: { theirs: DONE, elsewhere: DONE } },
  },
  'imbot.v2.Chat.User.list': { params: inChat },
  'imbot.v2.Chat.InputAction.notify': { params: inChat },
  'imbot.v2.Chat.TextField.enabled': { params: { ...inChat, enabled: 'Y' } },
  'imbot.v2.File.upload': { params: { ...inChat, fields: FILE } },
  'imbot.v2.File.download': { params: { botId, fileId: own('chatFile') } },
};
