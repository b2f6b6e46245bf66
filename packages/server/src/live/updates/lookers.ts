import { accessChat } from '#domain/chat/access-chat.ts';
import type { Change } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** What somebody is told of a chat into which they look from outside: what stands in it, and who is busy there. */
const TOLD: ReadonlySet<Change['type']> = new Set([
  'messageAdded',
  'messageChanged',
  'messageDeleted',
  'reactionChanged',
  'typing',
  'membersChanged',
]);

/**
 * Which pages show an open chat to somebody who is not in it. Members are told of their chats whatever their pages show;
 * of others a page is told while it says that it looks.
 */
export class Lookers<Viewer extends { readonly userId: number }> {
  readonly #chats = new Map<Viewer, number>();

  /** @param chatId undefined: it looks no more */
  look(viewer: Viewer, chatId: number | undefined): void {
    if (chatId === undefined) this.#chats.delete(viewer);
    else this.#chats.set(viewer, chatId);
  }

  /** Of those who look, and are no members, the ones who may be told of a change. */
  async findAllowed(work: Reading, change: Change): Promise<ReadonlySet<number>> {
    const allowed = new Set<number>();
    if (this.#chats.size === 0 || !TOLD.has(change.type) || !('chatId' in change)) return allowed;
    for (const [{ userId }, chatId] of this.#chats) {
      if (chatId !== change.chatId || allowed.has(userId)) continue;
      const user = await work.users.findUser(userId);
      const view = user?.isActive ? await accessChat(work, user, chatId) : undefined;
      if (view?.ok && !view.value.member) allowed.add(userId);
    }
    return allowed;
  }
}
