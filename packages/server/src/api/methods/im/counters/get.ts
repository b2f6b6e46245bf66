import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { keyedById } from '#api/terms/basic/keyed.ts';
import { GatheredUnread, presentCounters } from '#api/terms/chat/present-counters.ts';
import { done } from '#kit/outcome.ts';

/** Chats that are looked through at a time. */
const AT_ONCE = 200;

const sum = z.number().int();
const byId = keyedById(sum);
const none = z.array(z.never());
const ids = z.array(z.number().int());

export default defineMethod({
  name: 'im.counters.get',
  summary: 'Counts what the calling person has not read.',
  page: 'api-reference/chats/im-counters-get',
  scope: 'im',
  reads: true,
  gathers: () => new GatheredUnread(),
  params: {},
  errors: [],
  result: z.object({
    TYPE: z.object({ ALL: sum, NOTIFY: sum, CHAT: sum, LINES: sum, DIALOG: sum, MESSENGER: sum }),
    CHAT: byId.describe('By the id of the chat'),
    CHAT_MUTED: byId.describe('The same of muted chats, which are in no sum'),
    CHAT_UNREAD: ids.describe('Ids of chats that are marked as unread'),
    LINES: byId.describe('The same of open channels'),
    DIALOG: byId.describe('By the id of the other one'),
    DIALOG_UNREAD: ids.describe('Ids of people whose private chats are marked as unread'),
    COLLAB: none,
    COLLAB_UNREAD: none,
    COPILOT: none,
    COPILOT_UNREAD: none,
    CHANNEL_COMMENT: none,
    TASKS_TASK: none,
    TASKS_TASK_UNREAD: none,
  }),
  example: {
    params: {},
    result: {
      TYPE: { ALL: 5, NOTIFY: 4, CHAT: 0, LINES: 0, DIALOG: 1, MESSENGER: 1 },
      CHAT: [],
      CHAT_MUTED: { '1317': 1, '1319': 1 },
      CHAT_UNREAD: [],
      LINES: [],
      DIALOG: { '547': 1 },
      DIALOG_UNREAD: [],
      COLLAB: [],
      COLLAB_UNREAD: [],
      COPILOT: [],
      COPILOT_UNREAD: [],
      CHANNEL_COMMENT: [],
      TASKS_TASK: [],
      TASKS_TASK_UNREAD: [],
    },
  },
  async handle({ work, caller: { user }, gathered }) {
    const part = await work.readMarks.listUnread(user.id, gathered.after, AT_ONCE);
    if (gathered.take(part)) return done(UNFINISHED);
    return done(presentCounters(gathered.chats, await work.notifications.countUnread(user.id)));
  },
});
