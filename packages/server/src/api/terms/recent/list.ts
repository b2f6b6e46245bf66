import { z } from 'zod';
import type { Values } from '#api/kernel/definition/field.ts';
import { field } from '../basic/fields.ts';
import { moment, skipFields, skippedKinds } from './params.ts';
import { exampleRecent, recentSchema } from './schema.ts';
import type { RecentRequest } from './tell.ts';

/*
 * Recent chats in pages.
 */

export const listFields = {
  ...skipFields,
  LAST_MESSAGE_DATE: moment('Only chats whose newest message is older; the pinned ones are left to the first page'),
  UNREAD_ONLY: field.flag('Y: only where something is unread, or marked so', false),
  PARSE_TEXT: field.flag('Texts are always told without their codes', false),
  GET_ORIGINAL_TEXT: field.flag('Y: the text of a message as it was written', false),
  SKIP_UNDISTRIBUTED_OPENLINES: field.flag(
    'A chat of an open channel is in nobody’s list before they are asked to answer there',
    false,
  ),
  ONLY_COPILOT: field.flag('Y: only chats with the built-in assistant; there is none', false),
  ONLY_CHANNEL: field.flag('Y: only channels; there are none', false),
  CAN_MANAGE_MESSAGES: field.flag('Every member of a chat may', false),
  OFFSET: field.count('How many are passed over', { fallback: 0, most: 1_000_000 }),
  LIMIT: field.count('How many', { fallback: 50, most: 200 }),
} as const;

/** Where only what there is not is asked for. */
const NOTHING = ['openChannel', 'group', 'private'] as const;

export function toRequest(asked: Values<typeof listFields>): RecentRequest {
  return {
    skips: asked.ONLY_COPILOT || asked.ONLY_CHANNEL ? NOTHING : skippedKinds(asked),
    unreadOnly: asked.UNREAD_ONLY,
    before: asked.LAST_MESSAGE_DATE,
    offset: asked.OFFSET,
    limit: asked.LIMIT,
    isOriginal: asked.GET_ORIGINAL_TEXT,
  };
}

const none = z.array(z.never());

export const recentListSchema = z.object({
  items: z.array(recentSchema),
  hasMorePages: z.boolean().describe('The same as hasMore'),
  hasMore: z.boolean().describe('A further page is not empty'),
  copilot: z.object({ chats: z.null(), messages: z.null(), roles: none, recommendedRoles: none }),
  messagesAutoDeleteConfigs: none,
});

export const exampleList = {
  items: [exampleRecent],
  hasMorePages: false,
  hasMore: false,
  copilot: { chats: null, messages: null, roles: [], recommendedRoles: [] },
  messagesAutoDeleteConfigs: [],
} as const;
