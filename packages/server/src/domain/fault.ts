/** An error that calls of a method are answered with on purpose, to test how a program handles it. */
export interface Fault {
  readonly id: number;
  /** As documented, capitals included. */
  readonly method: string;
  readonly code: string;
  /** Only calls in the name of this person; null: everybody's. */
  readonly userId: number | null;
  /** So many calls, then no more; null: all. */
  readonly times: number | null;
}
