import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type Color, colorOf } from '../color.ts';
import type { ImageDraft } from '../image.ts';
import { postSystemLine } from '../message/post-message.ts';
import type { User } from '../user/user.ts';
import type { FaceRefusal } from './access-group.ts';
import type { Chat } from './chat.ts';
import { describeChat } from './describe-chat.ts';
import { recolorChat } from './recolor-chat.ts';
import { refaceChat } from './reface-chat.ts';
import { type RenameRefusal, renameChat } from './rename-chat.ts';
import { avatarLine } from './system-line.ts';

/** What a group is to be from now on; what is left out stays. */
export interface ChatChange {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly color?: Color | undefined;
  /** null: none. */
  readonly avatar?: ImageDraft | null | undefined;
}

/** All of it at once. What is so already is no change. */
export async function changeChat(
  work: UnitOfWork,
  user: User,
  chat: Chat,
  { title, description, color, avatar }: ChatChange,
): Promise<Outcome<true, RenameRefusal | FaceRefusal>> {
  if (title) {
    const renamed = await renameChat(work, user, chat.id, title);
    if (!renamed.ok) return renamed;
  }
  if (description !== undefined) {
    const described = await describeChat(work, user, chat.id, description);
    if (!described.ok) return described;
  }
  if (color && color !== colorOf(chat)) {
    const recolored = await recolorChat(work, user, chat.id, color);
    if (!recolored.ok && recolored.reason !== 'color_is_set') return { ok: false, reason: recolored.reason };
  }
  if (avatar) return refaceChat(work, user, chat.id, avatar);
  if (avatar === null && chat.avatar !== '') await takePictureOff(work, user, chat);
  return done(true);
}

async function takePictureOff(work: UnitOfWork, user: User, chat: Chat): Promise<void> {
  await work.chats.updateAvatar(chat.id, '');
  await work.images.deleteImage(chat.avatar);
  await postSystemLine(work, chat, avatarLine(user), {});
}
