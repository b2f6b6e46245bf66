import type { Reading } from '#storage/unit-of-work.ts';
import { withoutGoneButtons } from '../chat-app/gone-buttons.ts';
import type { User } from '../user/user.ts';
import type { MessageView } from './access-message.ts';
import type { Message } from './message.ts';

/** A message and what stands around it. */
export interface Surroundings {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Whoever wrote them, but for lines of the system. */
  readonly authors: readonly User[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

/** Up to `range` messages on each side of one. */
export async function readAround(
  work: Reading,
  { chat, member, message }: MessageView,
  range: number,
): Promise<Surroundings> {
  const after = member?.historyAfter ?? 0;
  const older = await work.messages.listOlder(chat.id, after, message.id, range + 1);
  const newer = await work.messages.listNewer(chat.id, message.id, range + 1);
  const around = [...older.slice(0, range).reverse(), message, ...newer.reverse().slice(0, range)];
  const authorIds = new Set(around.flatMap(({ isSystem, authorId }) => (isSystem ? [] : [authorId])));
  return {
    messages: await withoutGoneButtons(work, around),
    authors: await work.users.findUsers([...authorIds]),
    hasOlder: older.length > range,
    hasNewer: newer.length > range,
  };
}
