import { CallError, type Message } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { session } from '../session.ts';
import { type Conversation, close, isDenied, newConversation } from './conversation.ts';
import { inWords, PAGE, readAround, readMissing, readPart } from './history.ts';
import { drop, like, newestOf, noteRead, place } from './message-changes.ts';
import { useOutbox } from './outbox.ts';
import { usePeople } from './people.ts';
import { soon } from './soon.ts';

/** Messages that are kept of a dialog; the others are loaded again when they are scrolled to. */
const KEPT = 1_500;
/** Pages behind what is loaded that are read after a connection was lost; what is longer is left to scrolling. */
const PAGES_AGAIN = 6;

export type { Conversation } from './conversation.ts';

/** The dialogs that were opened in this tab. */
export const useConversations = defineStore('conversations', () => {
  const byDialog = shallowReactive(new Map<string, Conversation>());
  /** How many views show each. */
  const shown = new Map<string, number>();
  /** What happened while something was loaded, which may be older than that. */
  let happened: (() => void)[] = [];
  let loading = 0;

  /** A group is known by its name, too: one that is closed to whoever looks has told nothing else. */
  const ofChat = (chatId: number) =>
    [...byDialog.values()].find((one) => one.chatId === chatId || one.dialogId === `chat${chatId}`);

  /** The dialog, which is loaded when it was not opened before. */
  function open(dialogId: string): Conversation {
    const known = byDialog.get(dialogId);
    if (known && known.state !== 'failed' && known.state !== 'closed') {
      if (known.isStale) void loadAgain(known);
      return known;
    }
    const made = known ?? newConversation(dialogId);
    byDialog.set(dialogId, made);
    void load(made);
    return made;
  }

  function show(conversation: Conversation): () => void {
    const { dialogId } = conversation;
    shown.set(dialogId, (shown.get(dialogId) ?? 0) + 1);
    return () => shown.set(dialogId, (shown.get(dialogId) ?? 1) - 1);
  }

  /** Whatever happens meanwhile is applied once more to what was loaded. */
  async function during<T>(act: () => Promise<T>): Promise<T> {
    loading += 1;
    try {
      return await act();
    } finally {
      loading -= 1;
      for (const again of happened) again();
      if (loading === 0) happened = [];
    }
  }

  function happen(apply: () => void): void {
    apply();
    if (loading > 0) happened.push(apply);
  }

  const load = (conversation: Conversation) =>
    during(async () => {
      // A closed one stays so until it is known to be open: nobody is shown a field for a moment.
      if (conversation.state !== 'closed') conversation.state = 'loading';
      conversation.isStale = false;
      try {
        const newest = readPart(conversation, {});
        // What is wrong with the chat is told first.
        newest.catch(() => undefined);
        await readChat(conversation);
        const { chat } = conversation;
        const messages = await newest;
        const isFar = chat && chat.unread_id > 0 && (messages[0]?.id ?? 0) > chat.unread_id;
        if (isFar) {
          put(conversation, await readAround(conversation, chat.unread_id));
        } else put(conversation, { messages, hasOlder: messages.length === PAGE, hasNewer: false });
        conversation.firstUnreadId = chat?.unread_id ?? 0;
        conversation.state = 'ready';
      } catch (error) {
        if (!(error instanceof CallError && (await isUnspoken(conversation)))) fail(conversation, error);
      }
      // Something was missed after it was read.
      if (conversation.state === 'ready' && conversation.isStale) void loadAgain(conversation);
    });

  function fail(conversation: Conversation, error: unknown): void {
    if (isDenied(error)) close(conversation);
    else {
      conversation.state = 'failed';
      conversation.reason = inWords(error);
    }
  }

  /** Nobody has written yet in the dialog of two people. */
  async function isUnspoken(conversation: Conversation): Promise<boolean> {
    if (!/^\d+$/.test(conversation.dialogId)) return false;
    try {
      usePeople().learn([await call('im.user.get', { ID: Number(conversation.dialogId) })]);
      conversation.state = 'ready';
      return true;
    } catch {
      return false;
    }
  }

  async function readChat(conversation: Conversation): Promise<void> {
    const chat = await call('im.dialog.get', { DIALOG_ID: conversation.dialogId });
    conversation.chatId = chat.id;
    conversation.chat = chat;
    conversation.ownReadUpTo = chat.last_id;
    conversation.unreadCount = chat.counter;
    for (const { user_id, message_id } of chat.readed_list)
      conversation.readUpTo.set(user_id, Math.max(message_id, conversation.readUpTo.get(user_id) ?? 0));
  }

  function put(
    conversation: Conversation,
    part: { readonly messages: readonly Message[]; readonly hasOlder: boolean; readonly hasNewer: boolean },
  ): void {
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

  async function loadOlder(conversation: Conversation): Promise<void> {
    const [oldest] = conversation.messages;
    if (!oldest || !conversation.hasOlder) return;
    const older = await readPart(conversation, { before: oldest.id });
    if (conversation.messages[0]?.id !== oldest.id) return;
    conversation.messages = [...older, ...conversation.messages];
    conversation.hasOlder = older.length === PAGE;
    await readMissing(conversation, older);
  }

  const loadNewer = (conversation: Conversation) =>
    during(async () => {
      const newest = conversation.messages.at(-1);
      if (!newest || !conversation.hasNewer) return;
      const newer = await readPart(conversation, { after: newest.id });
      if (conversation.messages.at(-1)?.id !== newest.id) return;
      conversation.messages = [...conversation.messages, ...newer];
      conversation.hasNewer = newer.length === PAGE;
      for (const message of newer) settle(message);
      await readMissing(conversation, newer);
    });

  /** Forgets what is far from what is looked at, at one end. */
  function trim(conversation: Conversation, end: 'older' | 'newer'): void {
    const { messages } = conversation;
    if (messages.length <= KEPT) return;
    conversation.messages = end === 'older' ? messages.slice(-KEPT) : messages.slice(0, KEPT);
    if (end === 'older') conversation.hasOlder = true;
    else conversation.hasNewer = true;
  }

  /** Has the message and what stands around it loaded; answers whether it is there. */
  const goTo = (conversation: Conversation, messageId: number) =>
    during(async () => {
      const isHere = () => conversation.messages.some(({ id }) => id === messageId);
      if (!isHere()) put(conversation, await readAround(conversation, messageId));
      return isHere();
    });

  const goToNewest = (conversation: Conversation) =>
    during(async () => {
      if (!conversation.hasNewer) return;
      const messages = await readPart(conversation, {});
      put(conversation, { messages, hasOlder: messages.length === PAGE, hasNewer: false });
    });

  function putMessage(chatId: number, message: Message, isNew: boolean): void {
    settle(message);
    const conversation = ofChat(chatId);
    if (!conversation) {
      const begun = byDialog.get(String(message.author_id));
      if (begun) hasBegun(begun);
      return;
    }
    if (isNew && message.author_id !== session.userId && message.author_id !== 0 && message.id > newestOf(conversation))
      conversation.unreadCount += 1;
    happen(() => place(conversation, message, isNew));
    void readMissing(conversation, [message]).catch(() => undefined);
  }

  function dropMessage(chatId: number, messageId: number): void {
    const conversation = ofChat(chatId);
    if (conversation) happen(() => drop(conversation, messageId));
  }

  function putLikes(chatId: number, messageId: number, likes: readonly number[]): void {
    const conversation = ofChat(chatId);
    if (conversation) happen(() => like(conversation, messageId, likes));
  }

  function putRead(chatId: number, userId: number, lastId: number): void {
    const conversation = ofChat(chatId);
    if (conversation) noteRead(conversation, userId, lastId);
  }

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
    loadOlder,
    loadNewer,
    trim,
    goTo,
    goToNewest,
    putMessage,
    dropMessage,
    putLikes,
    putRead,
    markSeen,
    refreshShown,
    refreshDialog,
  };
});
