import type { Registry } from '#api/kernel/definition/registry.ts';
import type { SignInLinks } from '#control/sign-in-links.ts';
import type { WebServer } from '#http/web-server.ts';
import type { CallLog } from '#live/call-log/call-log.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import type { Store } from '#storage/store.ts';
import type { Cast } from './first-start.ts';

/** A portal that answers. */
export interface App {
  /** Where it is called from outside, without a slash at the end. */
  readonly url: string;
  /** Where people open its pages. */
  readonly pagesUrl: string;
  /** Where it listens, for those on the same machine; without a slash at the end. */
  readonly address: string;
  readonly cast: Cast;
  readonly store: Store;
  readonly registry: Registry;
  readonly server: WebServer;
  readonly hub: Hub<Happening>;
  readonly links: SignInLinks;
  /** The log of REST calls. */
  readonly calls: CallLog;
  /** Resolves when every event that can be delivered now is, and no call is being answered. */
  settled(): Promise<void>;
  /** Says that it is not ready, finishes what is on the wire and what is being answered, closes the database. */
  close(): Promise<void>;
}
