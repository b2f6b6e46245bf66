/*
 * JavaScript puts the whole-number keys of an object first, in ascending order, whatever order they came in. Where that
 * matters, the order is kept beside the object.
 */

const ORDER = Symbol('the order in which the keys were sent');

interface Ordered {
  readonly [ORDER]?: readonly string[];
}

/** Whether the keys of an object may have come in another order than they have now: such a key is first then. */
export function mayHaveOtherOrder(map: object): boolean {
  const [first, second] = Object.keys(map);
  return second !== undefined && /^\d{1,10}$/.test(first ?? '');
}

/** @param keys as they were sent; other keys than there are tell nothing */
export function keepOrder(map: object, keys: readonly string[]): void {
  const areAll = new Set(keys).size === keys.length && keys.length === Object.keys(map).length;
  if (areAll && keys.every((key) => Object.hasOwn(map, key))) Object.defineProperty(map, ORDER, { value: keys });
}

export function keysAsSent(map: object): readonly string[] {
  return (map as Ordered)[ORDER] ?? Object.keys(map);
}
