import type { User } from './user.ts';

/** Those to whom something is given. */
export type Audience =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'administrators' }
  /** Whoever is let in, and everybody else. */
  | { readonly kind: 'authorized' | 'everybody' };

export function belongsTo(user: User, audience: Audience): boolean {
  if (audience.kind === 'person') return audience.id === user.id;
  return audience.kind !== 'administrators' || user.isAdmin;
}
