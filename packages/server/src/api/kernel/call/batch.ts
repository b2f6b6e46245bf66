import { othersTurn } from '#kit/others-turn.ts';
import { BadQuery } from '#kit/php-query/bad-query.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { type ApiError, systemErrors } from './api-error.ts';
import type { BatchCommand } from './batch-commands.ts';
import type { Call, CallAnswer, Envelope } from './call-answer.ts';
import { withAnswers } from './earlier-answers.ts';
import { detailsOf } from './envelope.ts';
import type { TimeBlock } from './time-block.ts';

export const BATCH_LIMIT = 50;
/** Characters of JSON that the answers may come to: calls after that are not made. */
const MOST_ANSWERED = 4 * 1024 * 1024;

/**
 * Runs the calls in their order. The answer of the batch itself is always a success; the 51st call and those after
 * it get an error of their own (R5). Others have their turn between two calls: 50 large answers in a row would keep
 * everybody waiting.
 */
export async function runBatch(commands: readonly BatchCommand[], halt: boolean, call: Call) {
  const result = new Map<string, unknown>();
  const errors = new Map<string, CallError>();
  const totals = new Map<string, number>();
  const nexts = new Map<string, number>();
  const times = new Map<string, TimeBlock>();
  let answered = 0;
  for (const [index, command] of commands.entries()) {
    const { key } = command;
    const isTooMuch = answered > MOST_ANSWERED;
    const { body } =
      index >= BATCH_LIMIT || isTooMuch ? refusal(tooLong(isTooMuch)) : await answer(command, result, call);
    const { error, total, next, time } = body;
    if (error !== undefined) errors.set(key, errorOf(error, body));
    else {
      result.set(key, body.result);
      answered += JSON.stringify(body.result ?? null).length;
      if (total !== undefined) totals.set(key, total);
      if (next !== undefined) nexts.set(key, next);
      if (time) times.set(key, time);
    }
    if (halt && errors.size > 0) break;
    if (index < BATCH_LIMIT) await othersTurn();
  }
  return {
    result: asPhpArray(result),
    result_error: asPhpArray(errors),
    result_total: asPhpArray(totals),
    result_next: asPhpArray(nexts),
    result_time: asPhpArray(times),
  };
}

function tooLong(isTooMuch: boolean): ApiError {
  const why = `the answers so far come to more than ${MOST_ANSWERED} characters`;
  return systemErrors.batchTooLong().with(isTooMuch ? [{ where: 'cmd', why }] : []);
}

interface CallError {
  readonly error: string;
  readonly error_description: string;
  readonly error_details?: string;
  readonly argument?: string;
}

/** SDKs take a call for a success whose code is empty, as a few documented ones are: within a batch it has a name. */
function errorOf(code: string, { error_description = '', error_details, argument }: Envelope): CallError {
  return {
    error: code || 'ERROR_CORE',
    error_description,
    ...(argument !== undefined && { argument }),
    ...(error_details !== undefined && { error_details }),
  };
}

/** One that cannot be read fails alone. */
async function answer(
  { method, query }: BatchCommand,
  results: ReadonlyMap<string, unknown>,
  call: Call,
): Promise<Pick<CallAnswer, 'body'>> {
  try {
    const params = typeof query === 'string' ? parsePhpQuery(query) : query;
    return await call(method, withAnswers(params, results));
  } catch (error) {
    if (error instanceof BadQuery) return refusal(systemErrors.invalidRequest(error.message));
    throw error;
  }
}

function refusal({ code, message, dropped }: ApiError): Pick<CallAnswer, 'body'> {
  const details = dropped.length > 0 ? { error_details: detailsOf(dropped) } : undefined;
  return { body: { error: code, error_description: message, ...details } };
}

/** A map whose keys are 0, 1, 2 ... is a list to those who wrote the protocol, and so is an empty one. */
function asPhpArray<T>(map: ReadonlyMap<string, T>): T[] | Record<string, T> {
  const isList = [...map.keys()].every((key, index) => key === String(index));
  return isList ? [...map.values()] : Object.fromEntries(map);
}
