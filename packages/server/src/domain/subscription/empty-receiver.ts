import type { Emptying } from '../leftover/emptying.ts';

/** What was on its way to a receiver that hears nothing more. */
export const emptyReceiver: Emptying = (work, receiverId, most) =>
  work.events.updateDropped(receiverId, undefined, most, work.now);
