import type { Application } from '#domain/application/application.ts';
import type { Caller } from '#domain/caller.ts';

/** How the caller proved who they are. */
export type AuthKind = 'webhook' | 'oauth' | 'session';

export interface ApiCaller extends Caller {
  readonly auth: AuthKind;
  readonly scope: readonly string[];
  /** undefined: they did not call through a webhook. */
  readonly webhookId?: number;
  /** When the token that was shown expires, in seconds since 1970; undefined: none was. */
  readonly tokenExpires?: number;
  /** Where the portal is reached, without a slash at the end; addresses in answers start with it. */
  readonly origin: string;
  /** Tells callers apart where their use is measured. */
  readonly key: string;
}

/** The application that calls a method which is `forApplications`. */
export function applicationOf({ application }: ApiCaller): Application {
  if (!application) throw new Error('Nobody but applications gets here');
  return application;
}
