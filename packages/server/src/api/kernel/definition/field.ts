import { z } from 'zod';

/** What can be wrong with a parameter; each may be a row of its own in a method's error table. */
export type Fault = 'missing' | 'invalid' | 'oversize';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/**
 * A parameter as callers write it: its description, how the many spellings of its value are read, and the schema
 * that the documentation is made from.
 */
export interface Field<T> {
  readonly description: string;
  readonly schema: z.ZodType<T>;
  readonly required: boolean;
  parse(raw: unknown): Parsed<T>;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<P extends Fields> = { readonly [K in keyof P]: P[K] extends Field<infer T> ? T : never };

export function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === '';
}

/** A parameter that must be given: absent is a fault. */
export function required<T>(description: string, schema: z.ZodType<T>): Field<T> {
  return {
    description,
    schema,
    required: true,
    parse: (raw) => (isAbsent(raw) ? { ok: false, fault: 'missing' } : read(schema, raw)),
  };
}

/** A parameter that may be left out; then its value is `fallback`. */
export function optional<T>(description: string, schema: z.ZodType<T>): Field<T | undefined>;
export function optional<T, D extends T | null>(description: string, schema: z.ZodType<T>, fallback: D): Field<T | D>;
export function optional<T>(
  description: string,
  schema: z.ZodType<T>,
  fallback?: T | null,
): Field<T | null | undefined> {
  return {
    description,
    schema: schema as z.ZodType<T | null | undefined>,
    required: false,
    parse: (raw) => (isAbsent(raw) ? { ok: true, value: fallback } : read(schema, raw)),
  };
}

/** A parameter for which an empty value says something else than none at all. */
export function present<T>(description: string, schema: z.ZodType<T>): Field<T | undefined> {
  return {
    description,
    schema: schema as z.ZodType<T | undefined>,
    required: false,
    parse: (raw) => (raw === undefined ? { ok: true, value: undefined } : read(schema, raw)),
  };
}

function read<T>(schema: z.ZodType<T>, raw: unknown): Parsed<T> {
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const fault = issue?.code === 'custom' ? (issue.params?.['fault'] as Fault | undefined) : undefined;
  return { ok: false, fault: fault ?? 'invalid' };
}

/** A schema from a reader that says itself what is wrong. */
export function readWith<T>(reader: (raw: unknown) => Parsed<T>): z.ZodType<T> {
  return z.unknown().transform((raw, context) => {
    const parsed = reader(raw);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', params: { fault: parsed.fault } });
    return z.NEVER;
  });
}

/** The same from a reader that answers undefined for what it cannot read. */
export function readBy<T>(reader: (raw: unknown) => T | undefined): z.ZodType<T> {
  return readWith((raw) => {
    const value = reader(raw);
    return value === undefined ? { ok: false, fault: 'invalid' } : { ok: true, value };
  });
}
