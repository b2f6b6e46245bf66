import type { Ref } from 'vue';

/** Where somebody is in the list of chats. */
export interface PlaceInList {
  /** The dialog that is open. */
  readonly opened: Readonly<Ref<string | undefined>>;
  /** The chat that the tab key comes to. */
  readonly tabStop: Readonly<Ref<number | undefined>>;
}
