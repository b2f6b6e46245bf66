import { BadQuery } from '#kit/php-query/bad-query.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import type { Call, CallAnswer } from '../definition/method.ts';
import { type ApiError, systemErrors } from './api-error.ts';
import type { BatchCommand } from './batch-commands.ts';
import { withAnswers } from './earlier-answers.ts';

export const BATCH_LIMIT = 50;

/**
 * Runs the calls in their order. The answer of the batch itself is always a success; the 51st call and those after
 * it get an error of their own (R5).
 */
export async function runBatch(
  commands: readonly BatchCommand[],
  halt: boolean,
  call: Call,
): Promise<Record<string, unknown>> {
  const result = new Map<string, unknown>();
  const errors = new Map<string, unknown>();
  const totals = new Map<string, unknown>();
  const nexts = new Map<string, unknown>();
  const times = new Map<string, unknown>();
  for (const [index, command] of commands.entries()) {
    const { key } = command;
    const { body } = index < BATCH_LIMIT ? await answer(command, result, call) : refusal(systemErrors.batchTooLong());
    if ('error' in body) errors.set(key, { error: body['error'], error_description: body['error_description'] });
    else {
      result.set(key, body['result']);
      if ('total' in body) totals.set(key, body['total']);
      if ('next' in body) nexts.set(key, body['next']);
      times.set(key, body['time']);
    }
    if (halt && errors.size > 0) break;
  }
  return {
    result: asPhpArray(result),
    result_error: asPhpArray(errors),
    result_total: asPhpArray(totals),
    result_next: asPhpArray(nexts),
    result_time: asPhpArray(times),
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

function refusal({ code, message }: ApiError): Pick<CallAnswer, 'body'> {
  return { body: { error: code, error_description: message } };
}

/** A map whose keys are 0, 1, 2 ... is a list to those who wrote the protocol, and so is an empty one. */
function asPhpArray(map: ReadonlyMap<string, unknown>): unknown {
  const isList = [...map.keys()].every((key, index) => key === String(index));
  return isList ? [...map.values()] : Object.fromEntries(map);
}
