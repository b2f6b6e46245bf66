import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { ChatApp } from './chat-app.ts';

/** Takes a button away, also from messages that are there already: see gone-buttons.ts. */
export async function unregisterChatApp(work: UnitOfWork, { id, portalId, icon }: ChatApp): Promise<Outcome<true>> {
  await work.chatApps.updateDeleted(id, work.now);
  if (icon) await work.images.deleteImage(icon);
  work.announce({ type: 'chatAppsChanged', portalId });
  return done(true);
}
