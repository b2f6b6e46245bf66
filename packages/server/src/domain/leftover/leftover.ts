/** `receiver`: somebody outside who heard of events, and to whose address nothing is sent any more. */
export type LeftoverKind = 'bot' | 'application' | 'receiver' | 'field' | 'department' | 'chat';

/**
 * What was taken away and still has rows. Nobody sees them any more; they are deleted in steps, as all of them at once
 * would keep everybody waiting. On disk, so that it goes on after a crash.
 */
export interface Leftover {
  readonly id: number;
  readonly kind: LeftoverKind;
  /** The id of what was taken away. */
  readonly ref: number;
}
