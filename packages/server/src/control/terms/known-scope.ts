import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/** Names of permissions, such as im and imbot. */
export const scope = z.array(z.string()).min(1);

/** Permissions that exist, each once. */
export function knownScope({ scopes }: ControlledPortal, scope: readonly string[]): string[] {
  const unknown = scope.find((one) => !scopes.known.includes(one));
  if (unknown !== undefined)
    throw new Complaint(`There is no permission "${unknown}". There are: ${scopes.known.join(', ')}`);
  return [...new Set(scope)];
}

export const scopes = z.strictObject({
  known: scope.describe('All there are'),
  usual: scope.describe('What is given unless something else is said'),
});

export function shownScopes({ scopes: { known, usual } }: ControlledPortal): z.infer<typeof scopes> {
  return { known: [...known], usual: [...usual] };
}
