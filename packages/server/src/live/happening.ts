import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import type { Notice, Tried } from '#delivery/delivery-options.ts';
import type { Change } from '#domain/event.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';

/** All that can happen while somebody watches the portal; audience.ts says who sees what. */
export type Happening =
  | { readonly kind: 'change'; readonly change: Change }
  /** An event is about to be sent to its handler. */
  | { readonly kind: 'trying'; readonly event: PendingEvent }
  | { readonly kind: 'tried'; readonly tried: Tried }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'call'; readonly call: NotedCall };
