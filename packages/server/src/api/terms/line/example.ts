import { NEW_LINE } from '#domain/line/line.ts';
import { presentSettings } from './present.ts';

/** A line of which nothing was said but its name. */
const line = {
  ...NEW_LINE,
  id: 15,
  portalId: 1,
  code: '',
  name: 'Support',
  language: 'en',
  changedBy: 1,
  createdAt: 0,
  changedAt: 0,
} as const;

export const exampleSettings = {
  ...presentSettings(line),
  QUEUE: [],
  QUEUE_FULL: [],
  QUEUE_USERS_FIELDS: [],
  QUEUE_ONLINE: 'N',
} as const;

export const exampleHistory = {
  chatId: 1763,
  canJoin: 'Y',
  canVoteHead: 'Y',
  sessionId: 321,
  sessionVoteHead: 0,
  sessionCommentHead: null,
  userId: 'chat1763',
  message: {
    85851: {
      id: '85851',
      chatid: '1763',
      senderid: '103',
      recipientid: 'chat1763',
      date: '2026-03-11T13:12:46+00:00',
      text: 'It comes [b]tomorrow[/b]',
      textlegacy: 'It comes <b>tomorrow</b>',
      params: [],
    },
  },
  usersMessage: { chat1763: ['85851'] },
  users: [],
  openlines: { canvoteashead: { 22: true } },
  userInGroup: [],
  woUserInGroup: [],
  chat: { 1763: { id: '1763', type: 'lines', messageType: 'L' } },
  userBlockChat: { 1763: { 103: false } },
  userInChat: { 1763: [103] },
  files: [],
} as const;
