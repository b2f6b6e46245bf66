import { done, type Outcome, refused } from '../../kit/outcome.ts';
import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import { accessChat, type ChatView } from '../chat/access-chat.ts';
import type { User } from '../user/user.ts';
import type { Message } from './message.ts';

export interface MessageView extends ChatView {
  readonly message: Message;
}

/** A message that the viewer may read: in a chat they may look into, and not before their time there. */
export async function accessMessage(work: UnitOfWork, viewer: User, id: number): Promise<Outcome<MessageView, 'message_not_found'>> {
  const message = await work.messages.findMessage(id);
  if (!message) return refused('message_not_found');
  const view = await accessChat(work, viewer, message.chatId);
  if (!view.ok || message.id <= (view.value.member?.historyAfter ?? 0)) return refused('message_not_found');
  return done({ ...view.value, message });
}
