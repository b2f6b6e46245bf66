/** Stands for the total of a list whose length nobody counts. */
export const NOT_COUNTED = -1;

/**
 * A page of a longer list, whose answer is a list, a map or what holds one: `total` and `next` stand beside the result in
 * the answer.
 */
export class Page<T = unknown, R = readonly T[]> {
  readonly items: R;
  /** How many there are in all. */
  readonly total: number;
  /** Where the next page starts; absent on the last one. */
  readonly next: number | undefined;

  constructor(items: R, total: number, next?: number) {
    this.items = items;
    this.total = total;
    this.next = next;
  }
}
