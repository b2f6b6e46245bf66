import type { z } from 'zod';
import { decoded } from '../wire/read.ts';
import type { Noun } from './noun.ts';

/** What can be wrong with a parameter; each may be a row of its own in a method's error table. */
export type Fault = 'missing' | 'invalid' | 'oversize';

/** What was left out of a parameter, and why: told to who made the program, not to the program (R47, R48). */
export interface Dropped {
  /** Empty: the parameter itself. */
  readonly where: string;
  readonly why: string;
}

export function inWords({ where, why }: Dropped): string {
  return where === '' ? why : `${where}: ${why}`;
}

export type Parsed<T> = ({ readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }) & {
  readonly dropped?: readonly Dropped[];
};

/** How a value comes over the wire: the form that documents, clients and checks are made from, and what is read of it. */
export interface WireType<T> {
  /**
   * What may be sent, with its limits. One sensible form: clients in the wild send others, which `read` takes as well.
   * Shared forms are components: see wire/component.ts.
   */
  readonly wire: z.ZodType;
  read(raw: unknown): Parsed<T>;
}

/** A parameter as callers write it: its description, its form, and how the many spellings of its value are read. */
export interface Field<T> {
  readonly description: string;
  readonly wire: z.ZodType;
  readonly required: boolean;
  /** Whose id or name it carries, where it does. */
  readonly idOf?: Noun;
  /** What it is when it is left out, where that can be said in a word. */
  readonly fallback?: Scalar;
  /** Needless where all of these are given. */
  readonly unless?: readonly string[];
  parse(raw: unknown): Parsed<T>;
}

export type Scalar = string | number | boolean;
export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<P extends Fields> = { readonly [K in keyof P]: P[K] extends Field<infer T> ? T : never };
/** The same before the error table is walked: a faulty parameter has no value, whatever its type says. */
export type Possibly<V> = { readonly [K in keyof V]: V[K] | undefined };

export function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === '';
}

/** A parameter that must be given: absent is a fault. A schema is a type that is read as it is written. */
export function required<T>(description: string, type: WireType<T> | z.ZodType<T>): Field<T> {
  const { wire, read } = toType(type);
  return {
    description,
    wire,
    required: true,
    parse: (raw) => (isAbsent(raw) ? { ok: false, fault: 'missing' } : read(raw)),
  };
}

/** A parameter that may be left out; then its value is `fallback`. */
export function optional<T>(description: string, type: WireType<T> | z.ZodType<T>): Field<T | undefined>;
export function optional<T, D extends T | null>(
  description: string,
  type: WireType<T> | z.ZodType<T>,
  fallback: D,
): Field<T | D>;
export function optional<T>(
  description: string,
  type: WireType<T> | z.ZodType<T>,
  fallback?: T | null,
): Field<T | null | undefined> {
  const { wire, read } = toType(type);
  return {
    description,
    wire,
    required: false,
    ...(isScalar(fallback) && fallback !== '' && { fallback }),
    parse: (raw) => (isAbsent(raw) ? { ok: true, value: fallback } : read(raw)),
  };
}

/** A parameter for which an empty value says something else than none at all. */
export function present<T>(description: string, type: WireType<T> | z.ZodType<T>): Field<T | undefined> {
  const { wire, read } = toType(type);
  return {
    description,
    wire,
    required: false,
    parse: (raw) => (raw === undefined ? { ok: true, value: undefined } : read(raw)),
  };
}

/** A parameter in which nothing is a fault: what is left out or cannot be read is what `read` makes of it (R10). */
export function lenient<T>(
  description: string,
  wire: z.ZodType,
  read: (raw: unknown) => T,
  fallback?: Scalar,
): Field<T> {
  return {
    description,
    wire,
    required: false,
    ...(fallback !== undefined && fallback !== '' && { fallback }),
    parse: (raw) => ({ ok: true, value: read(raw) }),
  };
}

/** The same required field where the parameters `others`, given together, stand for it: the method's `prepare` sees to that. */
export function unless<T>(others: readonly string[], field: Field<T>): Field<T> {
  return { ...field, unless: others };
}

/** The same field, which carries the id or the name of something that is there. */
export function idOf<T>(noun: Noun, field: Field<T>): Field<T> {
  return { ...field, idOf: noun };
}

/** A type from a reader that says itself what is wrong. */
export function readWith<T>(wire: z.ZodType, read: (raw: unknown) => Parsed<T>): WireType<T> {
  return { wire, read };
}

/** The same from a reader that answers undefined for what it cannot read. */
export function readBy<T>(wire: z.ZodType, reader: (raw: unknown) => T | undefined): WireType<T> {
  return {
    wire,
    read(raw) {
      const value = reader(raw);
      return value === undefined ? { ok: false, fault: 'invalid' } : { ok: true, value };
    },
  };
}

/** The same type of lists or maps, which may come as JSON: it is decoded once, whoever then measures and reads it. */
export function fromJson<T>({ wire, read }: WireType<T>): WireType<T> {
  return { wire, read: (raw) => read(decoded(raw)) };
}

/** The same type, whose values are measured before they are read: `measure` says what is too much, undefined for nothing. */
export function measured<T>(measure: (raw: unknown) => string | undefined, { wire, read }: WireType<T>): WireType<T> {
  return {
    wire,
    read(raw) {
      const why = measure(raw);
      return why === undefined ? read(raw) : tooMuch(why);
    },
  };
}

/** What is too large to be read, and how large it may be. */
export function tooMuch(why: string): Parsed<never> {
  return { ok: false, fault: 'oversize', dropped: [{ where: '', why }] };
}

function toType<T>(type: WireType<T> | z.ZodType<T>): WireType<T> {
  if ('wire' in type) return type;
  return {
    wire: type,
    read(raw) {
      const { success, data } = type.safeParse(raw);
      return success ? { ok: true, value: data } : { ok: false, fault: 'invalid' };
    },
  };
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
