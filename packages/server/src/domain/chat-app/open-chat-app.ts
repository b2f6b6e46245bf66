import type { Reading } from '#storage/unit-of-work.ts';
import { canAdminister } from '../user/administrator.ts';
import type { User } from '../user/user.ts';
import type { ChatApp } from './chat-app.ts';

/** The button of a bot that somebody presses; undefined: there is none, or it is not for them. */
export async function openChatApp(work: Reading, presser: User, id: number): Promise<ChatApp | undefined> {
  const chatApp = await work.chatApps.findChatApp(id);
  return chatApp && isThereFor(chatApp, presser) ? chatApp : undefined;
}

/** Whether it is one of those that somebody may press, wherever it stands. */
export function isThereFor(chatApp: ChatApp, user: User): boolean {
  if (chatApp.portalId !== user.portalId) return false;
  if (chatApp.isForAdmins && !canAdminister(user)) return false;
  if (user.isVisitor) return chatApp.isLivechat;
  return chatApp.isExtranet || !user.isExtranet;
}
