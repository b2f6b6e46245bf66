import type { Reading } from '#storage/unit-of-work.ts';
import { canAdminister } from '../user/administrator.ts';
import type { User } from '../user/user.ts';
import type { ChatApp } from './chat-app.ts';

/** The button of a bot that somebody presses in a message; undefined: there is none, or it is not for them. */
export async function openChatApp(work: Reading, presser: User, id: number): Promise<ChatApp | undefined> {
  const chatApp = await work.chatApps.findChatApp(id);
  if (chatApp?.portalId !== presser.portalId) return undefined;
  if (chatApp.isForAdmins && !canAdminister(presser)) return undefined;
  return chatApp.isExtranet || !presser.isExtranet ? chatApp : undefined;
}
