import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type Color, colorOf } from '../color.ts';
import { type ImageDraft, keepImage } from '../image.ts';
import { postMessage } from '../message/post-message.ts';
import type { User } from '../user/user.ts';
import { addMember } from './add-member.ts';
import { type Chat, NO_ENTITY } from './chat.ts';
import { invitable, welcomeMembers } from './welcome-members.ts';

export interface NewChat {
  readonly type: 'group' | 'open';
  /** Empty: it is called after its colour and number. */
  readonly title: string;
  readonly description: string;
  /** Empty: it follows from the id. */
  readonly color: Color | '';
  readonly avatar?: ImageDraft;
  /** The outside object that the chat belongs to: any pair, or two empty strings. */
  readonly entity: { readonly type: string; readonly id: string };
  /** Whoever of them is unknown, or not to be seen by the owner, is passed over. */
  readonly memberIds: readonly number[];
  /** Written by the owner; empty for none. */
  readonly firstMessage: string;
}

/** A group of the owner's, who is in it from the start; bots among the others learn of it before they hear anything there. */
export async function createChat(work: UnitOfWork, owner: User, draft: NewChat): Promise<Chat> {
  const chat = await insertTitled(work, owner, draft);
  await addMember(work, chat, owner, 'owner', 0);
  const others = draft.memberIds.filter((id) => id !== owner.id);
  await welcomeMembers(work, owner, chat, await invitable(work, owner, others), { hidesHistory: false });
  if (draft.firstMessage !== '') await postMessage(work, owner, chat, { text: draft.firstMessage, params: {} });
  return chat;
}

async function insertTitled(
  work: UnitOfWork,
  owner: User,
  { type, title, description, color, avatar, entity }: NewChat,
): Promise<Chat> {
  const chat = await work.chats.insertChat(
    {
      portalId: owner.portalId,
      type,
      title,
      description,
      color,
      avatar: avatar ? await keepImage(work, owner.portalId, avatar) : '',
      ownerId: owner.id,
      entity: { ...NO_ENTITY, ...entity },
    },
    work.now,
  );
  if (title !== '') return chat;
  const madeUp = titleOf(chat);
  await work.chats.updateTitle(chat.id, madeUp);
  return { ...chat, title: madeUp };
}

/** "Light blue chat №31". */
function titleOf(chat: Chat): string {
  const words = colorOf(chat).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} chat №${chat.id}`;
}
