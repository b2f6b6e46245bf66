import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type ImageDraft, keepImage } from '../image.ts';
import { postSystemLine } from '../message/post-message.ts';
import type { User } from '../user/user.ts';
import { accessFace, type FaceRefusal } from './access-group.ts';
import { avatarLine } from './system-line.ts';

/**
 * Gives a group another picture in place of the one it has, and says so there: every member may. The same picture again
 * changes nothing (G6).
 */
export async function refaceChat(
  work: UnitOfWork,
  user: User,
  chatId: number,
  avatar: ImageDraft,
): Promise<Outcome<true, FaceRefusal>> {
  await work.chats.lockChat(chatId);
  const faced = await accessFace(work, user, chatId);
  if (!faced.ok) return faced;
  const chat = faced.value;
  const shown = chat.avatar === '' ? undefined : await work.images.findImage(chat.avatar);
  if (shown && isSame(shown.content, avatar.content)) return done(true);
  await work.chats.updateAvatar(chat.id, await keepImage(work, chat.portalId, avatar));
  if (chat.avatar !== '') await work.images.deleteImage(chat.avatar);
  await postSystemLine(work, chat, avatarLine(user), {});
  return done(true);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
