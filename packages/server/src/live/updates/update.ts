import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { messageSchema } from '#api/terms/message/schema.ts';
import { userSchema } from '#api/terms/user/schema.ts';
import { AGENT_STATUSES } from '#domain/chat/agent-status.ts';
import type { DeepReadonly } from '#kit/deep-readonly.ts';

/*
 * What the portal's pages are told while they are open. Messages and people are told as the methods im.* tell of them, so
 * that a page keeps one shape of each. What stands in lists of a person's own (recent chats, notifications) is only
 * hinted at: the page asks for it anew.
 */

const id = z.number().int();

const message = z.object({
  kind: z.literal('message'),
  what: z.enum(['added', 'changed', 'deleted']),
  chatId: id,
  message: messageSchema.describe('`unread` says nothing here: it is for all readers alike'),
  users: z.array(userSchema).describe('Who wrote it; nobody, where it is a line of the system'),
});

const gone = z
  .object({ kind: z.literal('gone'), chatId: id, messageId: id })
  .describe('A message that left nothing behind');

const reaction = z.object({
  kind: z.literal('reaction'),
  chatId: id,
  messageId: id,
  likes: z.array(id).describe('Ids of those who like it now'),
});

const read = z.object({
  kind: z.literal('read'),
  chatId: id,
  userId: id,
  lastId: id.describe('The last message that they have read'),
});

const typing = z.object({
  kind: z.literal('typing'),
  chatId: id,
  userId: id,
  status: z.enum(AGENT_STATUSES).optional().describe('What a bot is busy with; left out: it types'),
  seconds: id.optional().describe('For how long that is shown; left out: for a moment'),
});
const press = z.object({
  kind: z.literal('press'),
  chatId: id,
  messageId: id,
  botId: id,
  command: z.string().describe('That the button called'),
  hasArrived: z.boolean().describe('false: its handler failed; true: it did before, and has taken it now'),
});
const presence = z
  .object({ kind: z.literal('presence'), user: userSchema })
  .describe('Somebody has come, or says otherwise than before whether they want to be spoken to');
const members = z
  .object({ kind: z.literal('members'), chatId: id })
  .describe('Who is in it has changed, or what it is');
const recent = z
  .object({ kind: z.literal('recent'), chatId: id })
  .describe('Pinned, hidden, or marked as unread by hand');
const notifications = z
  .object({ kind: z.literal('notifications') })
  .describe('Of their own notifications, some changed');
const placements = z.object({ kind: z.literal('placements') }).describe('Applications are opened at other places');
const chatApps = z
  .object({ kind: z.literal('chatApps') })
  .describe('Bots have other buttons beside the field in which people write');

export const updateSchema = component(
  'Update',
  'What an open page is told of what happens',
  z.discriminatedUnion('kind', [
    message,
    gone,
    reaction,
    read,
    typing,
    press,
    presence,
    members,
    recent,
    notifications,
    placements,
    chatApps,
  ]),
);

export type Update = DeepReadonly<z.infer<typeof updateSchema>>;
