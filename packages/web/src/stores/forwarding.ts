import type { Message } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { call } from '../calls.ts';
import { type Conversation, paramsOf } from './conversation.ts';
import { usePeople } from './people.ts';

const DASHES = '-'.repeat(54);

/** A message that is about to be sent on to another chat. */
export const useForwarding = defineStore('forwarding', () => {
  const forwarded = shallowRef<{ readonly message: Message; readonly conversation: Conversation }>();

  function begin(conversation: Conversation, message: Message): void {
    forwarded.value = { conversation, message };
  }

  function end(): void {
    forwarded.value = undefined;
  }

  /** Sends it on as a quotation, with its files. */
  async function sendTo(dialogId: string): Promise<void> {
    const { value } = forwarded;
    if (!value) return;
    const { message, conversation } = value;
    const { FILE_ID = [] } = paramsOf(message);
    const text = quotation(message, conversation);
    const named = { DIALOG_ID: dialogId, MESSAGE: text, TEMPLATE_ID: crypto.randomUUID() };
    if (FILE_ID.length > 0) await call('im.disk.file.commit', { ...named, FILE_ID });
    else await call('im.message.add', named);
    end();
  }

  return { forwarded, begin, end, sendTo };
});

function quotation({ author_id, date, text, id }: Message, { chatId }: Conversation): string {
  const author = usePeople().find(author_id)?.name ?? '';
  const written = new Date(date).toLocaleString();
  if (text === '') return `${author} [${written}]`;
  return `${DASHES}\n${author} [${written}] #chat${chatId}/${id}\n${text}\n${DASHES}`;
}
