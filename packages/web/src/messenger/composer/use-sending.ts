import { useI18n } from 'vue-i18n';
import { call } from '../../calls.ts';
import { session } from '../../session.ts';
import { type Composer, useComposers } from '../../stores/composers.ts';
import { type Conversation, paramsOf } from '../../stores/conversation.ts';
import { useMembers } from '../../stores/members.ts';
import { useNotices } from '../../stores/notices.ts';
import { useOutbox } from '../../stores/outbox.ts';
import { usePeople } from '../../stores/people.ts';
import { withMentions } from './mention-text.ts';

/** What becomes of what was written. */
export function useSending(conversation: () => Conversation, composing: () => Composer) {
  const { t } = useI18n();
  const composers = useComposers();
  const outbox = useOutbox();
  const notices = useNotices();

  function written({ dialogId, text }: Composer): string {
    const members = useMembers().of(dialogId);
    const known = members.length > 0 ? members : [...usePeople().users.values()];
    return withMentions(text.trim(), known, t('composer.everybody'));
  }

  async function send(): Promise<void> {
    const composer = composing();
    const text = written(composer);
    if (composer.editing) return save(composer, text);
    const { dialogId, files, replyTo } = composer;
    if (text === '' && files.length === 0) return;
    composer.text = '';
    composer.files = [];
    composer.replyTo = undefined;
    // Files cannot answer: the text in front of them does.
    const isApart = replyTo !== undefined && files.length > 0 && text !== '';
    if (isApart || files.length === 0) outbox.send(dialogId, { text, replyTo: replyTo?.id });
    if (files.length > 0) outbox.send(dialogId, { text: isApart ? '' : text, files });
  }

  async function save(composer: Composer, text: string): Promise<void> {
    const { editing } = composer;
    if (!editing || text === '') return;
    const isChanged = text !== editing.text;
    const change = () => call('im.message.update', { MESSAGE_ID: editing.id, MESSAGE: text });
    if (!isChanged || (await notices.attempt(change))) composers.stopEditing(composer);
  }

  /** Takes up one's own last line to change it; whether there is one. */
  function editLast(): boolean {
    const { dialogId, messages } = conversation();
    const last = messages.findLast(
      (message) => message.author_id === session.userId && paramsOf(message).IS_DELETED !== 'Y' && message.text !== '',
    );
    if (last) composers.edit(dialogId, last);
    return last !== undefined;
  }

  function stop(): void {
    const composer = composing();
    if (composer.editing) composers.stopEditing(composer);
    else composer.replyTo = undefined;
  }

  return { send, editLast, stop };
}
