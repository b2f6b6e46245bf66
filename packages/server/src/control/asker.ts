import { canAdminister } from '#domain/user/administrator.ts';
import type { User } from '#domain/user/user.ts';
import type { ControlCommand } from './definition.ts';
import { WrongRequest } from './problem.ts';

/** Who asks for a command: whoever owns the data, at the command line; or a person, from the portal's own pages. */
export type Asker = { readonly kind: 'owner' } | { readonly kind: 'person'; readonly user: User };

export const OWNER: Asker = { kind: 'owner' };

/** @throws WrongRequest where the command is not for them */
export function checkAsker({ pages }: ControlCommand, name: string, asker: Asker): void {
  if (asker.kind === 'owner') return;
  if (pages === undefined)
    throw new WrongRequest('forbidden', `"${name}" is only for whoever runs the portal, at the command line`);
  if (pages === 'administrator' && !canAdminister(asker.user))
    throw new WrongRequest('forbidden', `"${name}" is only for administrators of the portal`);
}

/**
 * From a page everything is done in the name of who looks at it: in whose name else cannot be said there. Where `as` says
 * whom it is about, it stays.
 */
export function inOwnName(body: unknown, { isAboutAs = false }: ControlCommand, asker: Asker): unknown {
  if (asker.kind === 'owner' || isAboutAs || typeof body !== 'object' || body === null || !('as' in body)) return body;
  return { ...body, as: String(asker.user.id) };
}
