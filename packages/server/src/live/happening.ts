import type { Notice, Tried } from '#delivery/delivery.ts';
import type { Change } from '#domain/event.ts';

/** What those who watch the portal see happen. */
export type Happening =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'tried'; readonly tried: Tried }
  | { readonly kind: 'notice'; readonly notice: Notice };
