import type { User } from '../../domain/user/user.ts';

/** What a field of a person is compared as: text in lower case, numbers, 0 and 1, or milliseconds since 1970. */
export type FactKind = 'text' | 'number' | 'flag' | 'time';

export interface Fact {
  readonly kind: FactKind;
  /** None for an empty field, several for one that holds a list. */
  values(user: User, now: number): readonly (string | number)[];
}

export const textFact = (of: (user: User) => string): Fact => ({
  kind: 'text',
  values: (user) => (of(user) === '' ? [] : [of(user).toLowerCase()]),
});
export const numberFact = (of: (user: User) => readonly number[]): Fact => ({ kind: 'number', values: of });
export const flagFact = (of: (user: User, now: number) => boolean): Fact => ({
  kind: 'flag',
  values: (user, now) => [Number(of(user, now))],
});
/** Whole seconds: that is what callers are shown, and what they ask for again. */
export const timeFact = (of: (user: User) => number | null): Fact => ({
  kind: 'time',
  values: (user) => [of(user)].flatMap((at) => (at === null ? [] : [Math.floor(at / 1000) * 1000])),
});
/** YYYY-MM-DD or empty. */
export const dayFact = (of: (user: User) => string): Fact =>
  timeFact((user) => (of(user) === '' ? null : Date.parse(of(user))));
