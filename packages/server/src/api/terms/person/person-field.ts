import type { Field } from '#api/kernel/definition/field.ts';
import type { PersonChange } from '#domain/user/person-change.ts';
import type { ProfileWord } from '#domain/user/profile.ts';
import type { User } from '#domain/user/user.ts';
import { NAME_LENGTH, TEXT_LENGTH } from '../basic/amounts.ts';
import { imageUrl } from '../basic/image-url.ts';
import { dayFact, type Fact, textFact } from './fact.ts';
import { dayField, genderField, pictureField, wordField } from './given.ts';
import type { UserScope } from './user-scope.ts';

/** From where somebody looks at a person. */
export interface PresentContext {
  readonly now: number;
  readonly origin: string;
}

/** A field of a person: how it is told, compared and given, and who is told of it. */
export interface PersonField {
  readonly name: string;
  /** What `user.fields` calls it; the one field that its page leaves out has none. */
  readonly title?: string;
  /** The narrowest permission that opens it. */
  readonly opensWith: UserScope;
  /** undefined: nothing is told of it, not even that it is empty. */
  present(user: User, context: PresentContext): unknown;
  readonly fact: Fact;
  /** Absent for what nobody can set. */
  readonly given?: Given;
}

export interface Given {
  readonly field: Field<unknown>;
  /** What the value that was read changes about a person. */
  change(value: never): PersonChange;
}

type Column = 'name' | 'lastName' | 'email' | 'workPosition' | 'website';

/** Kept with the profile; told once it was given, even if it is empty then. */
export function word(
  name: string,
  title: string | undefined,
  opensWith: UserScope,
  key: ProfileWord,
  most = NAME_LENGTH,
): PersonField {
  return {
    name,
    ...(title !== undefined && { title }),
    opensWith,
    present: (user) => user.profile.word(key),
    fact: textFact((user) => user.profile.word(key) ?? ''),
    given: { field: wordField(title ?? name, most), change: (value: string) => ({ words: { [key]: value } }) },
  };
}

/** The same of what may be longer than a name. */
export const note = (name: string, title: string, opensWith: UserScope, key: ProfileWord) =>
  word(name, title, opensWith, key, TEXT_LENGTH);

/** Always told. */
export function column(name: string, title: string, opensWith: UserScope, key: Column): PersonField {
  return {
    name,
    title,
    opensWith,
    present: (user) => user[key],
    fact: textFact((user) => user[key]),
    given: { field: wordField(title, NAME_LENGTH), change: (value: string) => ({ [key]: value }) },
  };
}

export const gender: PersonField = {
  name: 'PERSONAL_GENDER',
  title: 'Gender',
  opensWith: 'user_brief',
  present: (user) => user.gender,
  fact: textFact((user) => user.gender),
  given: { field: genderField, change: (value: User['gender']) => ({ gender: value }) },
};

/** A day, told as the midnight it begins with. */
export function day(
  name: string,
  title: string,
  of: (user: User) => string,
  change: (value: string) => PersonChange,
): PersonField {
  return {
    name,
    title,
    opensWith: 'user_brief',
    present: (user) => toMidnight(of(user)),
    fact: dayFact(of),
    given: { field: dayField(title), change },
  };
}

/** Told as the address it is served at; nothing is told of one that is not there. */
export function picture(
  name: string,
  title: string,
  opensWith: UserScope,
  of: (user: User) => string,
  key: 'photo' | 'logo',
): PersonField {
  return {
    name,
    title,
    opensWith,
    present: (user, { origin }) => imageUrl(origin, of(user)) || undefined,
    fact: textFact(of),
    given: { field: pictureField(title), change: (value: PersonChange[typeof key]) => ({ [key]: value }) },
  };
}

export function toMidnight(date: string): string {
  return date && `${date}T00:00:00+00:00`;
}
