import type { InjectionKey, Ref } from 'vue';

/** What a press within a message does where it is shown: in the conversation it stands in. */
export interface MessageActions {
  readonly dialogId: string;
  put(text: string): void;
  send(text: string): void;
  /** To a page of the portal. */
  go(path: string): void;
  /** Shows beside it what the message has set in motion. */
  trace(messageId: number): void;
  openMessage(dialogId: string, messageId: number): void;
}

/** Those of the chat that is shown. */
export const messageActions: InjectionKey<Readonly<Ref<MessageActions>>> = Symbol('message actions');
