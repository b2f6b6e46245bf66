import type { Message } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowReactive, watch } from 'vue';
import { withoutMentions } from '../messenger/composer/mention-text.ts';
import { session } from '../session.ts';
import { keep } from './keep.ts';

/** What is being written in a dialog. */
export interface Composer {
  readonly dialogId: string;
  text: string;
  replyTo: Message | undefined;
  editing: Message | undefined;
  /** What was being written before a message was taken up to be changed. */
  textBefore: string;
  files: readonly File[];
  /** Counts how often somebody wants to go on writing: the field takes the focus. */
  calls: number;
}

const keptIn = (dialogId: string) => `draft-${session.userId}-${dialogId}`;

/** What was begun in each dialog, and not sent; texts survive a reload, and are the same in all tabs of a browser. */
export const useComposers = defineStore('composers', () => {
  const composers = shallowReactive(new Map<string, Composer>());
  /** What is kept of each, as far as this tab knows: what came from another tab is not written back over what follows it. */
  const kept = new Map<string, string>();

  function of(dialogId: string): Composer {
    const known = composers.get(dialogId);
    if (known) return known;
    const made: Composer = shallowReactive({
      dialogId,
      text: localStorage.getItem(keptIn(dialogId)) ?? '',
      replyTo: undefined,
      editing: undefined,
      textBefore: '',
      files: [],
      calls: 0,
    });
    composers.set(dialogId, made);
    kept.set(dialogId, made.text);
    watch(
      () => (made.editing ? made.textBefore : made.text),
      (text) => {
        if (text === kept.get(dialogId)) return;
        kept.set(dialogId, text);
        keep(keptIn(dialogId), text || undefined);
      },
    );
    return made;
  }

  addEventListener('storage', ({ key, newValue }) => {
    for (const composer of composers.values()) {
      if (key !== keptIn(composer.dialogId)) continue;
      const text = newValue ?? '';
      kept.set(composer.dialogId, text);
      if (composer.editing) composer.textBefore = text;
      else composer.text = text;
    }
  });

  function put(dialogId: string, text: string): void {
    const composer = of(dialogId);
    composer.text = composer.text === '' ? text : `${composer.text.trimEnd()} ${text}`;
    composer.calls += 1;
  }

  function reply(dialogId: string, message: Message): void {
    const composer = of(dialogId);
    if (composer.editing) stopEditing(composer);
    composer.replyTo = message;
    composer.calls += 1;
  }

  function edit(dialogId: string, message: Message): void {
    const composer = of(dialogId);
    if (!composer.editing) composer.textBefore = composer.text;
    composer.replyTo = undefined;
    composer.editing = message;
    composer.text = withoutMentions(message.text);
    composer.calls += 1;
  }

  function stopEditing(composer: Composer): void {
    composer.editing = undefined;
    composer.text = composer.textBefore;
    composer.textBefore = '';
  }

  return { of, put, reply, edit, stopEditing };
});
