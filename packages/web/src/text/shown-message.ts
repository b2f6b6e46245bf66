import type { InjectionKey } from 'vue';

/** The id of the message that is shown, within which pictures of other hosts can be had. */
export const shownMessage: InjectionKey<() => number> = Symbol('shown message');
