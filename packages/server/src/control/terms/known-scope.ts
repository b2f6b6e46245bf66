import { Complaint } from '#kit/complaint.ts';
import type { ControlledPortal } from '../definition.ts';

/** Permissions that exist, each once. */
export function knownScope({ scopes }: ControlledPortal, scope: readonly string[]): string[] {
  const unknown = scope.find((one) => !scopes.known.includes(one));
  if (unknown !== undefined)
    throw new Complaint(`There is no permission "${unknown}". There are: ${scopes.known.join(', ')}`);
  return [...new Set(scope)];
}
