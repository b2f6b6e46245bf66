import { z } from 'zod';
import { done } from '#kit/outcome.ts';
import type { ApiError } from '../../call/api-error.ts';
import type { ApiCaller } from '../api-caller.ts';
import { walkTable } from '../check-table.ts';
import type { Method } from '../defined-method.ts';
import type { ErrorRow } from '../error-row.ts';
import { optional, type Parsed, readWith, required } from '../field.ts';
import { defineMethod } from '../method.ts';
import { readParams } from '../read-params.ts';

export const caller = { auth: 'webhook' } as ApiCaller;
const count = readWith<number>(z.number().max(10), (raw): Parsed<number> => {
  if (typeof raw !== 'number') return { ok: false, fault: 'invalid' };
  return raw > 10 ? { ok: false, fault: 'oversize' } : { ok: true, value: raw };
});
const fields = { NAME: required('Name', z.string()), COUNT: optional('Count', count) };

/** A method with that error table, NAME and COUNT being its parameters. */
export function method(
  errors: readonly ErrorRow[],
  more: Partial<Pick<Method, 'load' | 'settle' | 'guards' | 'params'>> = {},
): Method {
  const draft = defineMethod({
    name: 'test.method',
    summary: 'Shows the table.',
    page: 'nowhere',
    scope: 'basic',
    params: {},
    errors: [],
    result: z.number(),
    example: { params: {}, result: 1 },
    handle: async () => done(1),
  });
  return { ...draft, params: fields, errors, ...more };
}

/** What a call with these parameters is answered: the code of the row, or `fine`. */
export async function answer(subject: Method, sent: Record<string, unknown>): Promise<string> {
  try {
    await walkTable(subject, readParams(subject, sent), { caller });
    return 'fine';
  } catch (error) {
    return (error as ApiError).code;
  }
}
