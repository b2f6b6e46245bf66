import type { Chat } from '#domain/chat/chat.ts';
import type { Portal } from '#domain/portal.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { onceIn, type Sharing } from '../basic/once.ts';
import { presentEventChat } from '../chat/present-v2.ts';
import { presentEventUser } from '../user/present-v2.ts';

/** What the parts of an event are made from. */
export interface Telling extends Sharing {
  readonly work: Reading;
  readonly portal: Portal;
  /** Where the portal can be called, without a slash at the end. */
  readonly origin: string;
}

/** Where it happened and who is meant, as `hearerId` knows them; undefined: one of them is gone. */
export async function presentPlace(telling: Telling, hearerId: number, chatId: number, userId: number) {
  const { work, portal, origin } = telling;
  const chat = await work.chats.findChat(chatId);
  const user = chat && (await work.users.findUser(userId));
  if (!chat || !user) return undefined;
  const otherId = await otherIn(work, chat, hearerId, userId);
  return {
    chat: await onceIn(telling, `chat ${chatId} ${otherId}`, async () =>
      presentEventChat(work, chat, (await work.users.findUser(otherId)) ?? user, origin),
    ),
    user: await onceIn(telling, `user ${userId}`, async () => presentEventUser(user, origin)),
    language: portal.language,
  };
}

/** In a private chat the one to whom the hearer talks: the dialog is called after them, whoever did something there. */
async function otherIn(work: Reading, { id, type }: Chat, hearerId: number, userId: number): Promise<User['id']> {
  if (type !== 'private' || userId !== hearerId) return userId;
  const members = await work.members.listOfChat(id);
  return members.find((member) => member.userId !== hearerId)?.userId ?? hearerId;
}
