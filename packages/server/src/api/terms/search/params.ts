import { z } from 'zod';
import { type Field, type Parsed, present, readWith, required, tooMuch } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { lengthOf } from '#domain/search/phrase.ts';
import { moreThan, TEXT_LENGTH } from '../basic/amounts.ts';

/** Characters that a phrase has at least (G44). */
const SHORTEST = 2;

const phraseForm = z.string().min(SHORTEST).max(TEXT_LENGTH);

/** What is looked for. One that is too short, or is no text, is a fault. */
export const phrase = (description: string): Field<string> =>
  required(inCharacters(description), readWith(phraseForm, readPhrase));

/** The same, which may be left out; an empty one is given, and too short. */
export const optionalPhrase = (description: string): Field<string | undefined> =>
  present(
    inCharacters(description),
    // null is how some clients write that it is left out.
    readWith<string | undefined>(phraseForm, (raw) =>
      raw === null ? { ok: true, value: undefined } : readPhrase(raw),
    ),
  );

/** The same, which must be given; one that is too short is empty, and stands for anything. */
export const anyPhrase = (description: string): Field<string> => ({
  description: `${description}; one shorter than ${SHORTEST} characters is none: all`,
  wire: z.string().max(TEXT_LENGTH),
  required: true,
  parse(raw) {
    if (raw === undefined || raw === null) return { ok: false, fault: 'missing' };
    const read = readPhrase(raw);
    return !read.ok && read.fault === 'invalid' ? { ok: true, value: '' } : read;
  },
});

function inCharacters(description: string): string {
  return `${description}; ${SHORTEST} characters at least`;
}

function readPhrase(raw: unknown): Parsed<string> {
  const text = toText(raw);
  if (text === undefined || lengthOf(text) < SHORTEST) return { ok: false, fault: 'invalid' };
  const why = moreThan(TEXT_LENGTH, text.length, 'characters');
  return why === undefined ? { ok: true, value: text } : tooMuch(why);
}

/** FIND_LINES is not looked at where FIND is given, whatever it is (G44). */
export function preferFind(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const FIND = sentAs('FIND', sent);
  if (FIND === undefined || FIND === null) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !/^find_lines$/i.test(name)));
}
