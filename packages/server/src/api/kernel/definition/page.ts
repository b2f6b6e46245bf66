/** A page of a longer list: `total` and `next` stand beside the result in the answer. */
export class Page<T = unknown> {
  readonly items: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  /** Where the next page starts; absent on the last one. */
  readonly next: number | undefined;

  constructor(items: readonly T[], total: number, next?: number) {
    this.items = items;
    this.total = total;
    this.next = next;
  }
}
