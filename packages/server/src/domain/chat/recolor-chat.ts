import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type Color, colorOf } from '../color.ts';
import { postSystemLine } from '../message/post-message.ts';
import type { User } from '../user/user.ts';
import { accessJoined, type JoinedRefusal } from './access-group.ts';
import { colorLine } from './system-line.ts';

/** Gives a group another colour and says so there: every member may. The one that it shows already is refused (G41). */
export async function recolorChat(
  work: UnitOfWork,
  user: User,
  chatId: number,
  color: Color,
): Promise<Outcome<true, JoinedRefusal | 'color_is_set'>> {
  await work.chats.lockChat(chatId);
  const joined = await accessJoined(work, user, chatId);
  if (!joined.ok) return joined;
  const chat = joined.value;
  if (colorOf(chat) === color) return refused('color_is_set');
  await work.chats.updateColor(chat.id, color);
  await postSystemLine(work, chat, colorLine(user), {});
  return done(true);
}
