import { NOTHING, type Wanted } from './wanted.ts';

/** Whether a field with these values is what is wanted. */
type Test = (values: readonly (string | number)[], wanted: Wanted) => boolean;

export interface Operator {
  readonly test: Test;
  /** Wanted is whoever does not pass the test. */
  readonly isNegated: boolean;
}

const equals: Test = (values, wanted) => (wanted === NOTHING ? values.length === 0 : values.includes(wanted));
const contains: Test = (values, wanted) =>
  wanted === NOTHING || values.some((value) => String(value).includes(String(wanted)));
const isLike: Test = (values, wanted) =>
  wanted === NOTHING ? values.length === 0 : values.some((value) => fits(String(value), String(wanted)));
/** `NAME: "Iv%"` without any prefix is documented as a search for a beginning, so a percent sign makes a pattern there. */
const equalsOrIsLike: Test = (values, wanted) =>
  (typeof wanted === 'string' && wanted.includes('%') ? isLike : equals)(values, wanted);

const ordered =
  (passes: (order: number) => boolean): Test =>
  (values, wanted) =>
    wanted !== NOTHING && values.some((value) => typeof value === typeof wanted && passes(compare(value, wanted)));

const positive = (test: Test): Operator => ({ test, isNegated: false });
const negative = (test: Test): Operator => ({ test, isNegated: true });

/** By the prefix of the key. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  '': positive(equalsOrIsLike),
  '=': positive(equals),
  '@': positive(equals),
  '!': negative(equals),
  '!=': negative(equals),
  '!@': negative(equals),
  '%': positive(contains),
  '!%': negative(contains),
  '=%': positive(isLike),
  '%=': positive(isLike),
  '!=%': negative(isLike),
  '!%=': negative(isLike),
  '>': positive(ordered((order) => order > 0)),
  '>=': positive(ordered((order) => order >= 0)),
  '<': positive(ordered((order) => order < 0)),
  '<=': positive(ordered((order) => order <= 0)),
};

/** `!%LAST_NAME` as its operator and its field; undefined for a prefix that there is not. */
export function splitKey(key: string): { readonly operator: Operator; readonly name: string } | undefined {
  const [, prefix = '', name = ''] = /^([^A-Za-z]*)(.*)$/s.exec(key.trim()) ?? [];
  const operator = Object.hasOwn(OPERATORS, prefix) ? OPERATORS[prefix] : undefined;
  return operator && { operator, name: name.toUpperCase() };
}

export function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether a text fits a pattern in which % stands for any characters. Part by part: a pattern of many % stays cheap. */
function fits(text: string, pattern: string): boolean {
  const parts = pattern.split('%');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
