import { findOwnApplication } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';

/** How a caller came in; stranger: not at all. */
export type CallerKind = 'webhook' | 'application' | 'person' | 'stranger';

/** Who called, as far as that is known. */
export interface NotedCaller {
  readonly kind: CallerKind;
  /** 0: nobody that is known. */
  readonly userId: number;
  readonly userName: string;
  /** What a program behind a webhook calls itself. */
  readonly clientId?: string | undefined;
  /** The application that called. */
  readonly application: Application | undefined;
}

const KINDS = { webhook: 'webhook', oauth: 'application', session: 'person' } as const;

export async function knownCaller(work: Reading, caller: ApiCaller): Promise<NotedCaller> {
  const { user, clientId, auth } = caller;
  const application = await findOwnApplication(work, caller);
  return { kind: KINDS[auth], userId: user.id, userName: fullName(user), clientId, application };
}

/** What the program is called that called; empty: it said nothing. */
export function programOf(application: Application | undefined, clientId = ''): string {
  // What stands for a bot token is drawn, and tells nobody anything.
  return application?.kind === 'token' ? '' : application?.title || application?.clientId || clientId;
}
