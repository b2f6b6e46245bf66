import { z } from 'zod';
import { documentedFailure, type Faults } from '#api/kernel/call/faults.ts';
import type { Registry } from '#api/kernel/definition/registry.ts';
import type { Fault } from '#domain/fault.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/*
 * What the commands about faults have in common.
 */

export const times = z.number().int().positive().max(1_000_000);

/** A fault as it is told. */
export const fault = z.strictObject({
  id: z.number(),
  method: z.string(),
  code: z.string(),
  status: z.number(),
  message: z.string().describe('As a webhook is told; some texts name the kind of token'),
  as: z.string().nullable().describe('Calls in whose name; null: everybody’s'),
  times: z.number().nullable().describe('For how many calls more; null: until it is cleared'),
  isKept: z.boolean().describe('It outlives a restart'),
});

/** At most: each call looks through all of them. */
export const MOST_FAULTS = 100;

/** With status and text, and the name of the person. */
export async function presentFault(
  work: Reading,
  registry: Registry,
  { id, method: name, code, userId, times }: Fault,
  isKept: boolean,
) {
  const method = registry.find(name);
  const error = method && documentedFailure(method, code)?.('webhook');
  const person = userId === null ? undefined : await work.users.findUser(userId);
  return {
    id,
    method: name,
    code,
    status: error?.status ?? 0,
    message: error?.message ?? '',
    as: person ? fullName(person) : null,
    times,
    isKept,
  };
}

/** Sets those again that were kept; one whose method or code has gone since is left out. */
export function restoreFaults(faults: Faults, registry: Registry, kept: readonly Fault[]): void {
  for (const one of kept) {
    const method = registry.find(one.method);
    const make = method && documentedFailure(method, one.code);
    if (make) faults.add(one, make);
  }
}
