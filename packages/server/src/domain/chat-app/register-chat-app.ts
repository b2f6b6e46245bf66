import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Bot } from '../bot/bot.ts';
import { type ImageDraft, keepImage } from '../image.ts';
import type { ChatApp, ChatAppDraft } from './chat-app.ts';

export type NewChatApp = Omit<ChatAppDraft, 'portalId' | 'botId' | 'icon'> & { readonly icon: ImageDraft | undefined };

/** Of one bot. */
const CHAT_APP_LIMIT = 100;

/** The same code of a bot again changes nothing and answers with the button that is there (R14, G57). */
export async function registerChatApp(
  work: UnitOfWork,
  { id: botId, portalId, applicationId }: Bot,
  draft: NewChatApp,
): Promise<Outcome<ChatApp, 'too_many_chat_apps'>> {
  await work.applications.lockApplication(applicationId);
  const all = await work.chatApps.listOfBot(botId);
  const known = all.find(({ code }) => code === draft.code);
  if (known) return done(known);
  if (all.length >= CHAT_APP_LIMIT) return refused('too_many_chat_apps');
  const icon = draft.icon ? await keepImage(work, portalId, draft.icon) : '';
  const registered = await work.chatApps.insertChatApp({ ...draft, portalId, botId, icon }, work.now);
  work.announce({ type: 'chatAppsChanged', portalId });
  return done(registered);
}
