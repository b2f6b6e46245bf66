import { CallError, type Message } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { session } from '../session.ts';
import { type Conversation, close, isDenied, newConversation } from './conversation.ts';
import { inWords, isUnspoken, PAGE, readAround, readChat, readDialog, readMissing, readPart } from './history.ts';
import { loadingMeanwhile } from './loading-meanwhile.ts';
import { useOutbox } from './outbox.ts';
import { type LoadedPart, partsOfHistory } from './parts-of-history.ts';
import { soon } from './soon.ts';
import { toldMessages } from './told-messages.ts';

/** Pages behind what is loaded that are read after a connection was lost; what is longer is left to scrolling. */
const PAGES_AGAIN = 6;

export type { Conversation } from './conversation.ts';

/** The dialogs that were opened in this tab. */
export const useConversations = defineStore('conversations', () => {
  const byDialog = shallowReactive(new Map<string, Conversation>());
  /** How many views show each. */
  const shown = new Map<string, number>();
  /** Those that are loaded since they were opened: first by who presses them in the list, then by what shows them. */
  const opening = new Set<Conversation>();
  const { during, happen } = loadingMeanwhile();

  /** A group is known by its name, too: one that is closed to whoever looks has told nothing else. */
  const ofChat = (chatId: number) =>
    [...byDialog.values()].find((one) => one.chatId === chatId || one.dialogId === `chat${chatId}`);

  /** The dialog, which is loaded when it was not opened before. */
  function open(dialogId: string): Conversation {
    const conversation = byDialog.get(dialogId) ?? newConversation(dialogId);
    if (opening.has(conversation)) return conversation;
    const isKnown = byDialog.has(dialogId) && conversation.state !== 'failed' && conversation.state !== 'closed';
    if (isKnown && !conversation.isStale) return conversation;
    byDialog.set(dialogId, conversation);
    opening.add(conversation);
    void (isKnown ? loadAgain(conversation) : load(conversation)).finally(() => opening.delete(conversation));
    return conversation;
  }

  function show(conversation: Conversation): () => void {
    const { dialogId } = conversation;
    shown.set(dialogId, (shown.get(dialogId) ?? 0) + 1);
    return () => shown.set(dialogId, (shown.get(dialogId) ?? 1) - 1);
  }

  const load = (conversation: Conversation) =>
    during(async () => {
      // A closed one stays so until it is known to be open: nobody is shown a field for a moment.
      if (conversation.state !== 'closed') conversation.state = 'loading';
      conversation.isStale = false;
      try {
        const messages = await readDialog(conversation);
        const { chat } = conversation;
        const isFar = chat && chat.unread_id > 0 && (messages[0]?.id ?? 0) > chat.unread_id;
        if (isFar) {
          put(conversation, await readAround(conversation, chat.unread_id));
        } else put(conversation, { messages, hasOlder: messages.length === PAGE, hasNewer: false });
        conversation.firstUnreadId = chat?.unread_id ?? 0;
        conversation.state = 'ready';
      } catch (error) {
        if (error instanceof CallError && (await isUnspoken(conversation))) conversation.state = 'ready';
        else if (isDenied(error)) close(conversation);
        else {
          conversation.state = 'failed';
          conversation.reason = inWords(error);
        }
      }
      // Something was missed after it was read.
      if (conversation.state === 'ready' && conversation.isStale) void loadAgain(conversation);
    });

  function put(conversation: Conversation, part: LoadedPart): void {
    conversation.messages = part.messages;
    conversation.hasOlder = part.hasOlder;
    conversation.hasNewer = part.hasNewer;
    for (const message of part.messages) settle(message);
    void readMissing(conversation, part.messages).catch(() => undefined);
  }

  /** A line of one's own has arrived. */
  function settle({ author_id, uuid }: Message): void {
    if (author_id !== session.userId || uuid === null) return;
    const outbox = useOutbox();
    const begun = byDialog.get(outbox.lines.get(uuid)?.dialogId ?? '');
    outbox.settle(uuid);
    if (begun) hasBegun(begun);
  }

  /** Somebody wrote, maybe the first message of the dialog: then there is a chat to be read now, and not yet when it was last looked for. */
  function hasBegun(conversation: Conversation): void {
    if (conversation.chatId !== 0) return;
    if (conversation.state === 'ready') void load(conversation);
    else conversation.isStale = true;
  }

  const begunWith = (userId: number) => byDialog.get(String(userId));

  /** Reads once more what is shown, and what came behind it. */
  const loadAgain = (conversation: Conversation) =>
    during(async () => {
      if (conversation.state === 'loading') {
        conversation.isStale = true;
        return;
      }
      const [oldest] = conversation.messages;
      if (!oldest || conversation.state !== 'ready') return load(conversation);
      const newestId = conversation.messages.at(-1)?.id ?? 0;
      await readChat(conversation);
      const messages: Message[] = [];
      let [after, isWhole] = [oldest.id - 1, false];
      for (let page = 0; !isWhole && (page < PAGES_AGAIN || after < newestId); page += 1) {
        const next = await readPart(conversation, { after });
        messages.push(...next);
        isWhole = next.length < PAGE;
        after = next.at(-1)?.id ?? after;
      }
      // Meanwhile something else may be looked at.
      if (conversation.messages[0]?.id !== oldest.id) {
        refreshShown();
        return;
      }
      put(conversation, { messages, hasOlder: conversation.hasOlder, hasNewer: !isWhole });
      conversation.isStale = false;
    }).catch((error) => {
      if (isDenied(error)) close(conversation);
      else conversation.isStale = true;
    });

  /** Everything up to that message was seen. */
  async function markSeen(conversation: Conversation, messageId: number): Promise<void> {
    if (messageId <= conversation.ownReadUpTo) return;
    conversation.ownReadUpTo = messageId;
    const answer = await call('im.dialog.read', { DIALOG_ID: conversation.dialogId, MESSAGE_ID: messageId });
    if (answer !== false) conversation.unreadCount = answer.counter;
  }

  const refreshShown = soon(async () => {
    for (const conversation of byDialog.values())
      if ((shown.get(conversation.dialogId) ?? 0) > 0) await loadAgain(conversation);
      else conversation.isStale = true;
  });

  /** Conversations of which something has changed beside their messages. */
  const changed = new Set<Conversation>();
  const refreshChanged = soon(async () => {
    const those = [...changed];
    changed.clear();
    for (const conversation of those)
      if (conversation.state === 'closed') await load(conversation);
      else
        await readChat(conversation).catch((error) => {
          if (isDenied(error)) close(conversation);
        });
  });

  function refreshDialog(chatId: number): void {
    const conversation = ofChat(chatId);
    if (!conversation) return;
    changed.add(conversation);
    refreshChanged();
  }

  return {
    open,
    show,
    load,
    ...partsOfHistory({ during, put, settle }),
    ...toldMessages({ ofChat, begunWith, settle, hasBegun, happen }),
    markSeen,
    refreshShown,
    refreshDialog,
  };
});
