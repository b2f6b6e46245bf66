import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { COLORS } from '#domain/color.ts';
import { colorCode } from '../basic/colors.ts';

/*
 * What stands in `data` of the events of bots. As a program declares it: on its way, in a form, every number is a text.
 */

const id = z.number().int();
const text = z.string();
const yesNo = z.enum(['Y', 'N']);
const no = z.literal('N');
const chatType = z.enum(['P', 'C', 'O', 'L']);
const idMap = z.record(text, id);

const authShape = {
  access_token: text.optional().describe('To call the portal with, for an hour'),
  expires: id.optional().describe('Seconds since 1970'),
  expires_in: id.optional().describe('Seconds'),
  refresh_token: text.optional().describe('To fetch another access token with'),
  scope: text,
  domain: text,
  server_endpoint: text,
  status: text,
  client_endpoint: text,
  member_id: text,
  user_id: id,
  application_token: text.describe('Shows that the event comes from the portal'),
};
const botAuth = { ...authShape, client_id: text };

export const botSchema = component(
  'EventBot',
  'A bot that hears of it, with what to act with',
  z.object({ ...botAuth, AUTH: z.object(botAuth), BOT_ID: id, BOT_CODE: text }),
);
export const BOT = z.record(text, botSchema).describe('By id');

const user = z.object({
  ID: id,
  NAME: text,
  FIRST_NAME: text,
  LAST_NAME: text,
  WORK_POSITION: text,
  GENDER: z.enum(['M', 'F']),
  IS_BOT: yesNo,
  IS_CONNECTOR: yesNo,
  IS_NETWORK: no,
  IS_EXTRANET: yesNo,
});
export const USER = component(
  'EventUser',
  'Who caused it; empty: the portal. How much is told differs from event to event',
  user.partial(),
);

/** Of a message that was sent or calls a command: see presentOrigin and presentSendOptions. */
export const sentShape = {
  MESSAGE: text,
  TEMPLATE_ID: text.nullable(),
  MESSAGE_TYPE: chatType.describe('P: private, C: group, O: open to all employees, L: of a visitor'),
  FROM_USER_ID: id,
  DIALOG_ID: text,
  TO_CHAT_ID: id,
  AUTHOR_ID: id,
  SYSTEM: yesNo,
  TO_USER_ID: id.optional().describe('In a group: who is mentioned first, this bot before others; 0: nobody'),
  PUSH: z.literal('Y'),
  PUSH_IMPORTANT: no,
  RECENT_ADD: z.literal('Y').optional(),
  RECENT_SKIP_AUTHOR: no,
  CONVERT: no,
  SKIP_COMMAND: no,
  SKIP_COUNTER_INCREMENTS: no,
  SILENT_CONNECTOR: no,
  SKIP_CONNECTOR: yesNo,
  IMPORTANT_CONNECTOR: no,
  NO_SESSION_OL: no,
  FAKE_RELATION: z.literal(0),
  SKIP_URL_INDEX: no,
  MESSAGE_ID: id,
  CHAT_TYPE: chatType,
  LANGUAGE: text,
};

const entityShape = {
  CHAT_ENTITY_ID: text,
  CHAT_ENTITY_DATA_1: text,
  CHAT_ENTITY_DATA_2: text,
  CHAT_ENTITY_DATA_3: text,
};

/** Of a message in a group: see presentGroup. */
export const groupShape = z
  .object({
    CHAT_ID: id,
    CHAT_TITLE: text,
    CHAT_AUTHOR_ID: id,
    CHAT_AVATAR: id,
    CHAT_COLOR: z.enum(COLORS.map(colorCode)),
    CHAT_ENTITY_TYPE: text,
    ...entityShape,
    CHAT_EXTRANET: yesNo,
    CHAT_PREV_MESSAGE_ID: id,
    CHAT_CAN_POST: z.literal('MEMBER'),
    RID: id,
    IS_MANAGER: yesNo,
  })
  .partial().shape;

/** Of a message in a group: whom it is for. */
export const addressShape = {
  MENTIONED_LIST: idMap.optional().describe('Ids of those who are mentioned'),
  MESSAGE_ORIGINAL: text.optional().describe('With the mention of the bot'),
};

/** Of a message that was changed or deleted: see presentChangedMessage. */
export const changedShape = {
  ID: id,
  CHAT_ID: id,
  AUTHOR_ID: id,
  MESSAGE: text,
  MESSAGE_TYPE: chatType,
  CHAT_AUTHOR_ID: id,
  CHAT_ENTITY_TYPE: text.optional(),
  ...entityShape,
  FROM_USER_ID: id.optional(),
  TO_USER_ID: id.optional(),
  DIALOG_ID: text,
  MESSAGE_ID: id,
  CHAT_TYPE: chatType,
  LANGUAGE: text,
};

export const eventSchemas = { id, text, yesNo, chatType, idMap };
/** What proves where an event comes from, and what the application may call with. */
export const authSchema = component(
  'EventAuth',
  'Where an event comes from, and what to call with',
  z.object(authShape).partial(),
);
