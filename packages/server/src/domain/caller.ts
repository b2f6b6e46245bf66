import type { Application } from './application/application.ts';
import type { Portal } from './portal.ts';
import type { User } from './user/user.ts';

/** On whose behalf an action is done. Actions take the portal from here and from nowhere else. */
export interface Caller {
  readonly portal: Portal;
  readonly user: User;
  /** The application whose token was shown; undefined for webhooks and for people on our own pages. */
  readonly application: Application | undefined;
  /** CLIENT_ID of a program behind a webhook; without one it cannot own bots. */
  readonly clientId: string | undefined;
  /** Bot token of a program behind a webhook, by which it owns bots of generation 2. */
  readonly botToken: string | undefined;
}
