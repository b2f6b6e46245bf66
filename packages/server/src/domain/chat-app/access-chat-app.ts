import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import type { Caller } from '../caller.ts';
import type { ChatApp } from './chat-app.ts';

export type ChatAppRefusal = 'chat_app_not_found' | 'chat_app_of_another_app';

/** A button of a bot of the caller's own application. */
export async function accessChatApp(
  work: Reading,
  caller: Caller,
  id: number,
): Promise<Outcome<ChatApp, ChatAppRefusal>> {
  const chatApp = await work.chatApps.findChatApp(id);
  const bot = chatApp && (await work.bots.findBot(chatApp.botId));
  if (!bot || chatApp.portalId !== caller.portal.id) return refused('chat_app_not_found');
  const application = await findOwnApplication(work, caller);
  return bot.applicationId === application?.id ? done(chatApp) : refused('chat_app_of_another_app');
}
