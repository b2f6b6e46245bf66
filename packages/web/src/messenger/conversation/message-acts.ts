import type { Message } from '@botyard/client';
import { call } from '../../calls.ts';
import { i18n } from '../../languages/i18n.ts';
import { session } from '../../session.ts';
import { useComposers } from '../../stores/composers.ts';
import { type Conversation, paramsOf } from '../../stores/conversation.ts';
import { useForwarding } from '../../stores/forwarding.ts';
import { useNotices } from '../../stores/notices.ts';
import { useTrace } from '../../stores/trace.ts';
import { plainText } from '../../text/plain-text.ts';

/** What can be done with a message, and by whom. */
export function messageActs(conversation: Conversation, message: Message) {
  const notices = useNotices();
  const params = paramsOf(message);
  const isOwn = message.author_id === session.userId;
  const isThere = params.IS_DELETED !== 'Y' && message.author_id !== 0;
  const { chat } = conversation;
  const isMember = chat?.role !== 'guest';
  const runsGroup = chat?.message_type !== 'P' && (chat?.role === 'owner' || chat?.role === 'manager');
  const isLiked = (params.LIKE ?? []).includes(session.userId);

  async function copy(text: string): Promise<void> {
    if (await notices.attempt(() => navigator.clipboard.writeText(text)))
      notices.tell('done', i18n.global.t('keyboard.copied'));
  }

  return {
    isLiked,
    mayReply: isThere && isMember,
    mayReact: isThere && isMember,
    mayForward: isThere,
    mayCopy: isThere && message.text !== '',
    mayEdit: isThere && isOwn && isMember,
    mayDelete: isThere && isMember && (isOwn || runsGroup),
    mayTrace: useTrace().isAllowed && message.author_id !== 0,
    reply: () => useComposers().reply(conversation.dialogId, message),
    forward: () => useForwarding().begin(conversation, message),
    react: () =>
      notices.attempt(() => call('im.message.like', { MESSAGE_ID: message.id, ACTION: isLiked ? 'minus' : 'plus' })),
    copyText: () => copy(plainText(message.text)),
    copyLink: () => copy(`${location.origin}/chat/${conversation.dialogId}?m=${message.id}`),
    edit: () => useComposers().edit(conversation.dialogId, message),
    remove: () => notices.attempt(() => call('im.message.delete', { MESSAGE_ID: message.id })),
    trace: () => useTrace().open(conversation.dialogId, message.id),
  };
}

export type MessageActs = ReturnType<typeof messageActs>;

/** By a key, while the message has the focus; whether it was one of these. */
export function actByKey(acts: MessageActs, key: string): boolean {
  const keys: Readonly<Record<string, readonly [boolean, () => unknown]>> = {
    r: [acts.mayReply, acts.reply],
    f: [acts.mayForward, acts.forward],
    '+': [acts.mayReact, acts.react],
    e: [acts.mayEdit, acts.edit],
    t: [acts.mayTrace, acts.trace],
  };
  const [may, act] = keys[key.toLowerCase()] ?? [false, undefined];
  if (may) void act?.();
  return may;
}
