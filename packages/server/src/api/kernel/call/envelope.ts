import { type Dropped, inWords } from '../definition/field.ts';
import { FileContent } from '../definition/file-content.ts';
import { Page } from '../definition/page.ts';
import type { ApiError } from './api-error.ts';
import type { CallAnswer, Envelope } from './call-answer.ts';
import { type Measured, timeBlock, timeText } from './time-block.ts';

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

/** An answer as JSON. What is nothing but a result and its time is put together by hand, as nearly every answer is. */
export function toJson(body: Envelope): string {
  const { result, time } = body;
  if (time === undefined || result === undefined || body.total !== undefined) return JSON.stringify(body);
  return `{"result":${JSON.stringify(result)},"time":${timeText(time)}}`;
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
