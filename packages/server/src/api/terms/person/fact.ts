import type { User } from '#domain/user/user.ts';

/** What a field is compared as: text in lower case, numbers, 0 and 1, or milliseconds since 1970. */
export type FactKind = 'text' | 'number' | 'flag' | 'time';

/** What lists are filtered and sorted by; of people, unless it says of what. */
export interface Fact<T = User> {
  readonly kind: FactKind;
  /** None for an empty field, several for one that holds a list. */
  values(of: T, now: number): readonly (string | number)[];
}

export const textFact = <T = User>(of: (one: T) => string): Fact<T> => ({
  kind: 'text',
  values: (one) => (of(one) === '' ? [] : [of(one).toLowerCase()]),
});
export const numberFact = <T = User>(of: (one: T) => readonly number[]): Fact<T> => ({ kind: 'number', values: of });
export const flagFact = <T = User>(of: (one: T, now: number) => boolean): Fact<T> => ({
  kind: 'flag',
  values: (one, now) => [Number(of(one, now))],
});
/** Whole seconds: that is what callers are shown, and what they ask for again. */
export const timeFact = <T = User>(of: (one: T) => number | null): Fact<T> => ({
  kind: 'time',
  values: (one) => [of(one)].flatMap((at) => (at === null ? [] : [Math.floor(at / 1000) * 1000])),
});
/** YYYY-MM-DD or empty. */
export const dayFact = (of: (user: User) => string): Fact =>
  timeFact((user) => (of(user) === '' ? null : Date.parse(of(user))));
