import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { LinkPreview } from './message.ts';
import { previewedLink } from './previewed-link.ts';

/**
 * Shows under a message what stands behind its link, if that still is its link. Nobody has changed the message: it is not
 * marked as edited, and no bot is told.
 */
export async function showPreview(work: UnitOfWork, messageId: number, preview: LinkPreview): Promise<void> {
  const message = await work.messages.findMessage(messageId);
  const chat =
    message && previewedLink(message) === preview.link ? await work.chats.findChat(message.chatId) : undefined;
  if (!message || !chat) return;
  await work.messages.updateMessage({ ...message, params: { ...message.params, preview } });
  work.announce({ type: 'messageChanged', portalId: chat.portalId, chatId: chat.id, messageId });
}
