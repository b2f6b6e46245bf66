import { type Demand, isObject, list, toList } from '../document.ts';

/** A list of items; a single one may stand alone, as earlier documentation wrote images and files. */
export function oneOrMore<T>(read: Demand<T>): Demand<T[]> {
  const readList = list('element', read);
  return (raw, notes) => readList(isObject(raw) && toList(raw) === undefined ? [raw] : raw, notes);
}
