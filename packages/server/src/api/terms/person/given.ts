import { z } from 'zod';
import {
  type Field,
  fromJson,
  idOf,
  isAbsent,
  measured,
  optional,
  present,
  readBy,
  readWith,
  required,
} from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toId, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import type { ImageDraft } from '#domain/image.ts';
import type { Gender } from '#domain/user/user.ts';
import { LIST_LENGTH, listUpTo, textUpTo } from '../basic/amounts.ts';
import { parseImage } from '../basic/image.ts';
import { parseTime } from '../basic/time.ts';
import { wire } from '../basic/wire.ts';

/*
 * What is given of a person, as callers write it. Left out is not the same as empty: it stays as it is.
 */

const none = z.literal('');
const named = z.tuple([z.string().describe('Name of the file'), wire.base64]);
const picture = component(
  'Picture',
  'Name and content of a picture, or the content alone; PNG, JPEG, GIF or WebP, at most 5000x5000; empty: none',
  z.union([named, z.object({ fileData: named }), wire.base64, none]),
);

export function wordField(description: string, most: number): Field<string | undefined> {
  return present(
    description,
    measured(
      textUpTo(most),
      readBy(wire.textOf(most), (raw) => (raw === null ? '' : toText(raw)?.trim())),
    ),
  );
}

/** Longer than any address that a letter gets to. */
const LONGEST_EMAIL = 254;
const address = component('Email', 'An e-mail address', z.email().max(LONGEST_EMAIL), 'alice@example.com');
const email = readBy(address, (raw) => {
  const text = toText(raw)
    ?.trim()
    .slice(0, LONGEST_EMAIL + 1);
  return address.safeParse(text).data;
});
export const emailField = optional('E-mail address; nobody else in the portal may have it', email);
export const requiredEmailField = required(emailField.description, email);

export const genderField: Field<Gender | undefined> = present(
  'M, F, or empty',
  readBy(z.enum(['M', 'F', '']), (raw) => {
    const word = isAbsent(raw) ? '' : toText(raw)?.trim().toUpperCase();
    return word === 'M' || word === 'F' || word === '' ? word : undefined;
  }),
);

/** YYYY-MM-DD. */
export function dayField(title: string): Field<string | undefined> {
  return present(`${title}; empty: none`, readBy(z.union([wire.day, none]), readDay));
}

/** The day that a date or a time falls on, whatever the offset it is written with; empty stays empty. */
export function readDay(raw: unknown): string | undefined {
  if (isAbsent(raw)) return '';
  const text = (toText(raw) ?? '').trim();
  const at = parseTime(text.replace(/(?:Z|[+-]\d\d:\d\d)$/, ''));
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10);
}

/** null takes the picture away. */
export function pictureField(title: string): Field<ImageDraft | null | undefined> {
  return present(
    `${title}: a file name and the picture in Base64; empty: none`,
    readWith<ImageDraft | null>(picture, (raw) => {
      const content = base64Of(raw);
      return isAbsent(content) ? { ok: true, value: null } : parseImage(content);
    }),
  );
}

/** `[name, content]`, `{fileData: [name, content]}` or the content alone. */
function base64Of(raw: unknown): unknown {
  const within = toObject(raw)?.['fileData'];
  const pair = toList(within ?? raw);
  return pair ? pair[1] : raw;
}

/** Ids of departments, or one alone. */
export const departmentsField: Field<number[] | undefined> = idOf(
  'department',
  present(
    'Ids of the departments they work in, or one alone; empty: none',
    fromJson(
      measured(
        listUpTo(LIST_LENGTH),
        readBy(z.union([wire.ids, wire.id, none]), (raw) => {
          if (isAbsent(raw) || raw === false) return [];
          const ids = (toList(raw) ?? [raw]).map(toId);
          return ids.every((id) => id !== undefined) ? [...new Set(ids)] : undefined;
        }),
      ),
    ),
  ),
);

/** What is no id is one that no workgroup has. */
export const workgroupsField: Field<number[]> = idOf(
  'workgroup',
  optional(
    'Ids of the workgroups that a guest is let into',
    fromJson(
      measured(
        listUpTo(LIST_LENGTH),
        readBy(z.union([wire.ids, wire.id]), (raw) => [...new Set((toList(raw) ?? [raw]).map((id) => toId(id) ?? 0))]),
      ),
    ),
    [],
  ),
);
