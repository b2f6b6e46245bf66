import { expect } from 'vitest';
import { type Calls, own } from '../case.ts';

const REGISTERED = expect.objectContaining({ bot: expect.anything() });

/** What whoever does not own it is told of a bot. */
const OUTLINE = expect.objectContaining({ bot: expect.not.objectContaining({ eventMode: expect.anything() }) });
const SENT = { id: expect.any(Number), uuidMap: [] };

const botId = own('secondBot');
/** The bot of generation 2, in the group with its person, and what the person wrote there. */
const inChat = { botId, dialogId: own('dialog') } as const;

export const imV2: Readonly<Record<string, Calls>> = {
  'im.v2.Event.subscribe': { params: {} },
  'im.v2.Event.unsubscribe': { params: {} },
  'im.v2.Event.get': { params: {} },
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
};
