import { z } from 'zod';

/** Things by their ids; where there are none, the empty map is a list to those who wrote the protocol (G2). */
export function keyedById<S extends z.ZodType>(thing: S) {
  return orEmptyList(z.record(z.string(), thing));
}

/** A map of some form: where there is nothing in it, it is a list. */
export function orEmptyList<S extends z.ZodType>(map: S) {
  return z.union([map, z.array(z.never())]);
}

/** Things by names; where these are 0, 1, 2, or there are none, it is a list. */
export function keyedByName<S extends z.ZodType>(thing: S) {
  return z.union([z.record(z.string(), thing), z.array(thing)]);
}

export function byId<T>(things: readonly (readonly [id: number, thing: T])[]): Readonly<Record<string, T>> | never[] {
  return things.length > 0 ? Object.fromEntries(things) : [];
}
