import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { REFUSAL_REASONS } from './refusal.ts';

/** Why a command was not carried out, and what that means for whoever asked. */
export const PROBLEMS = {
  wrong_body: 'the body is not JSON, or not what the command takes',
  refused: 'the command was understood and cannot be carried out; the message says why and what to do',
  unconfirmed:
    'the message says what is to be thought of before: the same body with `isConfirmed: true` carries it out',
  unauthorized: 'the token of the control file is missing or wrong',
  forbidden: 'the request came by a name that the portal is not known by, or from a page of another site',
  unknown_command: 'this portal has no such command',
  body_too_large: 'the body is larger than 1 MB',
  internal: 'the portal failed; its log says how',
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** The one form of every answer that is no success. */
export const problem = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    message: z.string().describe('One line for a person, which says what to do'),
    reason: z.enum(REFUSAL_REASONS).optional().describe('The same as data, where it is known'),
    values: z.record(z.string(), z.string()).optional().describe('What stands in the words'),
  }),
});

/** A complaint about the request itself; what a command refuses is a plain Complaint. */
export class WrongRequest extends Complaint {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a command does only for somebody who has read the message, and then sends `isConfirmed: true`. */
export class Unconfirmed extends WrongRequest {
  constructor(message: string) {
    super('unconfirmed', message);
  }
}
