import type { Portal } from './portal.ts';
import type { User } from './user/user.ts';

/** On whose behalf an action is done. Actions take the portal from here and from nowhere else. */
export interface Caller {
  readonly portal: Portal;
  readonly user: User;
  /** What the calling program calls itself; without it, it owns no bots and cannot have any. */
  readonly clientId: string | undefined;
}
