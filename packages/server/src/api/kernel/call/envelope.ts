import { z } from 'zod';
import { type Dropped, inWords } from '../definition/field.ts';
import type { ApiError } from './api-error.ts';
import type { CallAnswer } from './call-answer.ts';
import { type Measured, timeBlock } from './time-block.ts';

/** A page of a longer list: `total` and `next` stand beside the result in the answer. */
export class Page<T = unknown> {
  readonly items: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  /** Where the next page starts; absent on the last one. */
  readonly next: number | undefined;

  constructor(items: readonly T[], total: number, next?: number) {
    this.items = items;
    this.total = total;
    this.next = next;
  }
}

/** A file: handed out as it is, with nothing around it. */
export class FileContent {
  readonly name: string;
  readonly content: Uint8Array;

  constructor(name: string, content: Uint8Array) {
    this.name = name;
    this.content = content;
  }
}

/** The result of a method that hands out a file. */
export const fileSchema = z.instanceof(FileContent);

export function success(result: unknown, measured: Measured, dropped?: readonly Dropped[]): CallAnswer {
  const answer = answerOf(result, measured);
  return dropped ? { ...answer, dropped } : answer;
}

function answerOf(result: unknown, measured: Measured): CallAnswer {
  if (result instanceof FileContent) return { status: 200, body: {}, file: result };
  const time = timeBlock(measured);
  if (!(result instanceof Page)) return { status: 200, body: { result, time } };
  const { items, total, next } = result;
  return {
    status: 200,
    body: next === undefined ? { result: items, total, time } : { result: items, next, total, time },
  };
}

export function failure(error: ApiError, measured: Measured): CallAnswer {
  const { code, message, status, argument, dropped } = error;
  const told = argument === undefined ? undefined : { argument };
  const details = dropped.length === 0 ? undefined : { error_details: detailsOf(dropped) };
  const body = { error: code, error_description: message, ...told, ...details, time: timeBlock(measured) };
  return details ? { status, body, dropped } : { status, body };
}

/** In plain words: which button, which block, which limit (R47). */
export function detailsOf(dropped: readonly Dropped[]): string {
  return dropped.map(inWords).join('; ');
}
