import type { Application } from './application/application.ts';
import type { Portal } from './portal.ts';
import type { User } from './user/user.ts';

/** On whose behalf an action is done. Actions take the portal from here and from nowhere else. */
export interface Caller {
  readonly portal: Portal;
  readonly user: User;
  /** The application whose token was shown; undefined for webhooks and for people on our own pages. */
  readonly application: Application | undefined;
  /** What a program behind a webhook calls itself; without it, it owns no bots and cannot have any. */
  readonly clientId: string | undefined;
  /** What a program behind a webhook shows to own bots of generation 2, in the place of its name. */
  readonly botToken: string | undefined;
}
