import type { FastifyRequest } from 'fastify';
import type { VisitorLine } from '#domain/line/write-as-visitor.ts';
import { jsonIn } from '#kit/json-text.ts';
import { isReadableText } from '#kit/readable-text.ts';

/** Bytes of what a page sends at once. */
export const SENT_LIMIT = 32 * 1024;
/** Characters of a message, as the field on the page takes them. */
const LONGEST = 4_000;

/** The token that the browser of a visitor made; undefined: there is none that could be one. */
export function tokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const [, token] = /^Bearer ([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
  return token;
}

/** What was written, or what is wrong with it. */
export function readWritten(body: unknown): VisitorLine | string {
  const { key, text } = objectIn(body);
  if (typeof key !== 'string' || !/^[0-9a-f]{32}$/.test(key)) return 'The key is 32 hexadecimal digits';
  if (typeof text !== 'string' || text.trim() === '') return 'The text is empty';
  if (text.length > 2 * LONGEST || [...text].length > LONGEST) return `The text is longer than ${LONGEST} characters`;
  return isReadableText(text) ? { key, text: text.trim() } : 'The text holds U+0000';
}

export function readPress(body: unknown): { readonly message: number; readonly button: number } | undefined {
  const { message, button } = objectIn(body);
  return isNumber(message) && isNumber(button) ? { message, button } : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function objectIn(body: unknown): Readonly<Record<string, unknown>> {
  const value = Buffer.isBuffer(body) ? jsonIn(body.toString('utf8')) : undefined;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
