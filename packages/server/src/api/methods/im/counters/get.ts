import { defineMethod } from '#api/kernel/definition/method.ts';
import { LATER } from '#api/kernel/definition/unfinished.ts';
import { countersSchema, GatheredUnread, presentCounters } from '#api/terms/chat/present-counters.ts';
import { done } from '#kit/outcome.ts';

/** Chats that are looked through at a time. */
const AT_ONCE = 200;

export default defineMethod({
  name: 'im.counters.get',
  summary: 'Counts what the calling person has not read.',
  page: 'api-reference/chats/im-counters-get',
  scope: 'im',
  reads: true,
  gathers: () => new GatheredUnread(),
  params: {},
  errors: [],
  result: countersSchema,
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
    if (gathered.take(part)) return done(LATER);
    return done(presentCounters(gathered.chats, await work.notifications.countUnread(user.id)));
  },
});
