import type { ChatEntity } from '../chat/chat.ts';
import { OPEN_CHANNEL } from '../chat/entity-types.ts';
import type { Line } from './line.ts';
import type { LineSession } from './session.ts';

/** The only way in is our own page. */
const CONNECTOR = 'livechat';

/** What a visitor's chat is known by: how they came in, to which line, into which chat, as whom (G58). */
export function userCode(line: Pick<Line, 'id'>, chatId: number, visitorId: number): string {
  return [CONNECTOR, line.id, chatId, visitorId].join('|');
}

/**
 * The session stands in the sixth place. Without a customer base there is nothing in the first three, nor in the second
 * text.
 */
export function entityOf(line: Line, { id, chatId, visitorId, startedAt }: LineSession): ChatEntity {
  const session = `N|NONE|0|N|N|${id}|${Math.floor(startedAt / 1000)}|0|0|0`;
  return {
    type: OPEN_CHANNEL,
    id: userCode(line, chatId, visitorId),
    data: [session, 'LEAD|0|COMPANY|0|CONTACT|0|DEAL|0', ''],
  };
}
