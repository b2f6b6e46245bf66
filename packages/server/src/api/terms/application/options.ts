import { z } from 'zod';
import { fromJson, idOf, type Parsed, readWith, required, tooMuch } from '#api/kernel/definition/field.ts';
import { guard } from '#api/kernel/definition/lookup.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toObject, toText } from '#api/kernel/wire/read.ts';
import type { Application } from '#domain/application/application.ts';
import type { Options } from '#domain/application/options.ts';
import { done, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { JSON_LENGTH, jsonUpTo, moreThan, NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';

/*
 * What the four methods share with which applications keep what they want to find again.
 */

/** Options are settings, not a file system. */
const MOST_AT_ONCE = 1000;

export const optionField = idOf('setting', field.text('One of the names; without it, all of them are told'));

const options = component(
  'Options',
  `Values by name: ${MOST_AT_ONCE} at most, names of ${NAME_LENGTH} characters, values of ${JSON_LENGTH / 1024} KB as JSON`,
  z.record(z.string().min(1).max(NAME_LENGTH), z.unknown()),
  { data: 'value' },
);

export const optionsField = required('What to keep, by name', fromJson(readWith(options, readOptions)));

/** Scalars are kept as the texts they come back as; lists and objects as they are. */
function readOptions(raw: unknown): Parsed<Options> {
  const entries = Object.entries(toObject(raw) ?? {}).map(
    ([name, value]) => [name, value === null ? '' : (toText(value) ?? value)] as const,
  );
  if (entries.length === 0) return { ok: false, fault: 'missing' };
  const long = moreThan(MOST_AT_ONCE, entries.length, 'values') ?? entries.map(longOption).find((one) => one);
  if (long !== undefined) return tooMuch(long);
  return { ok: true, value: Object.fromEntries(entries) };
}

function longOption([name, value]: readonly [string, unknown]): string | undefined {
  return textUpTo(NAME_LENGTH)(name) ?? jsonUpTo(JSON_LENGTH)(value);
}

/** All by name, or what is kept under one. */
export const optionsResult = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()), z.string(), z.null()]);

/** Methods that use this answer the dismissed, too: to tell them why they are refused. */
export const presentUser = guard(['dismissed'], async ({ caller }) =>
  caller.user.isActive ? done(true) : refused('dismissed'),
);

export const optionRow = {
  optionsEmpty: {
    code: 'ArgumentNullException',
    message: 'options is empty',
    missing: 'options',
    invalid: 'options',
    refused: 'options_full',
  },
  /** N17. */
  noApplication: {
    code: 'ACCESS_DENIED',
    message: 'Access denied! Application context required',
    refused: 'no_client_id',
  },
  dismissed: { code: 'ACCESS_DENIED', message: 'Access denied! User authorization required', refused: 'dismissed' },
} as const;

/** All that is kept, or what is kept under that name: null for nothing. */
export async function presentOptions(
  work: Reading,
  { id }: Application,
  userId: number,
  name: string,
): Promise<z.infer<typeof optionsResult>> {
  if (name === '') return work.options.listOptions(id, userId);
  // Nothing else was read when it was kept: see readOptions.
  return ((await work.options.findOption(id, userId, name)) ?? null) as z.infer<typeof optionsResult>;
}
